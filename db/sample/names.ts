/** Invented people have ordinary names, and the awkward ones that real lists hold. */
export const girls = [
  'Amelia', 'Olivia', 'Isla', 'Ava', 'Mia', 'Freya', 'Grace', 'Evie', 'Aaliyah', 'Zara', 'Priya', 'Ayesha', 'Chloe', 'Ruby',
  'Ellie', 'Maja', 'Zuzanna', 'Niamh', 'Imogen', 'Kezia', 'Harper', 'Willow', 'Fatima', 'Simran', 'Zoë', 'Bethan', 'Orla',
] // prettier-ignore
export const boys = [
  'Oliver', 'George', 'Noah', 'Arthur', 'Leo', 'Oscar', 'Theo', 'Jack', 'Mohammed', 'Yusuf', 'Arjun', 'Kai', 'Jayden', 'Alfie',
  'Tyler', 'Jakub', 'Antoni', 'Rohan', 'Harvey', 'Ibrahim', 'Dylan', 'Finley', 'Reuben', 'Callum', 'Kian', 'Ethan', 'Luca',
] // prettier-ignore
export const women = [
  'Sarah', 'Claire', 'Gemma', 'Nicola', 'Priti', 'Samina', 'Kelly', 'Joanna', 'Agnieszka', 'Leanne', 'Donna', 'Hannah', 'Rachel',
  'Natalie', 'Shabnam', 'Michelle', 'Stacey', 'Laura', 'Chantelle', 'Harpreet', 'Siobhán', 'Rebecca', 'Danielle', 'Nadia',
] // prettier-ignore
export const men = [
  'David', 'Mark', 'Imran', 'Paul', 'Ryan', 'Craig', 'Sanjay', 'Piotr', 'Lee', 'Darren', 'Ahmed', 'Gareth', 'Liam', 'Stuart',
  'Jermaine', 'Wayne', 'Hardeep', 'Tomasz', 'Aaron', 'Matthew', 'Kevin', 'Nathan', 'Dean', 'Simon',
] // prettier-ignore
export const surnames = [
  'Smith', 'Patel', 'Jones', 'Khan', 'Taylor', 'Brown', 'Singh', 'Wilson', 'Hussain', 'Walker', 'Kaur', 'Green', 'Hall', 'Clarke',
  'Begum', 'Nowak', 'Wright', 'Chauhan', 'Mistry', 'Kowalska', 'Wood', 'Ali', 'Cooper', 'Bailey', 'Sharma', 'Marshall', 'Adeyemi',
  'Okafor', 'Freeman', 'Underwood', 'Orton', 'Measures', 'Toone', 'Dexter', 'Neal', 'Hubbard', 'Gamble', 'Moore', 'Bird', 'Lal',
] // prettier-ignore

/** Families whose names have broken lists before: apostrophes, accents, hyphens, particles, very short and very long. */
export const awkwardFamilies: readonly {
  readonly name: string
  readonly adult: string
  readonly children: readonly string[]
}[] = [
  { name: 'O’Neill', adult: 'Sinead', children: ['Conor', 'Aoife'] },
  { name: 'Ó Néill', adult: 'Seán', children: ['Niamh'] },
  { name: 'O Neill', adult: 'Teresa', children: ['Conor'] },
  { name: 'Ashworth-Begum', adult: 'Samina', children: ['Elijah', 'Safiya', 'Noor'] },
  { name: 'van der Berg', adult: 'Anneke', children: ['Daan'] },
  { name: 'McDonald', adult: 'Fiona', children: ['Rory'] },
  { name: 'MacDonald', adult: 'Iain', children: ['Rory'] },
  { name: 'Li', adult: 'Wei', children: ['Bo'] },
  { name: 'Nguyễn', adult: 'Thị Hoa', children: ['Minh'] },
  { name: 'Featherstonehaugh-Oluwaseyifunmi-Cholmondeley', adult: 'Bartholomew Christopher', children: ['Maximiliana-Alexandrina Wilhelmina'] },
  { name: 'Khan', adult: 'Nazia', children: ['Mohammed', 'Mohammed Ali'] },
  { name: 'D’Souza', adult: 'Maria', children: ['José'] },
] // prettier-ignore

export const allergies = [
  'Nut allergy: carries an EpiPen',
  'Asthma: blue inhaler in bag',
  'Dairy free',
  'Type 1 diabetes: checks before snacks',
  'Coeliac: no gluten',
  'Hay fever',
  'Penicillin',
  'Epilepsy: see the care plan before the session',
]

export const goals = [
  'Feel calmer at bedtime',
  'Say when I am worried',
  'Make one new friend',
  'Fewer arguments in the morning',
  'Keep to a bedtime routine',
  'Join in with the group',
  'Feel safe at home',
  'Use the traffic light when I am cross',
  'Get to school on time',
  'Play together for ten minutes a day',
]

export const withdrawals = [
  'Moved out of the county',
  'Clashes with a parent’s new job',
  'Did not feel ready for a group',
  'Has 1:1 support instead',
]
export const cancellations = ['Staff sickness', 'Heating not working', 'Snow: the building was closed']
export const notDone = ['Not there at the last session', 'Preferred not to', 'Ran out of time']
