import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Native modules, and exceljs, which picks its parts while running, stay outside. Every other package is
 * bundled: the oldest Electron we run on cannot `require` packages that are ES modules only.
 */
const external = ['electron', 'better-sqlite3', '@node-rs/argon2', 'exceljs']

export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      sourcemap: true,
      rollupOptions: {
        external,
        // The data process is not named here: data-client.ts imports its path, which gives it a bundle of its own.
        // As a second entry it would share files with main, and loading one could run the other.
        input: { main: here('electron/main.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron'],
        input: { preload: here('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('renderer'),
    plugins: [react()],
    build: {
      target: 'chrome130',
      // The page is read anew at each start: half as much to read is a tenth of a second sooner.
      minify: true,
      outDir: here('out/renderer'),
      // Data addresses are not in the content security policy for fonts and styles: everything is a file.
      assetsInlineLimit: 0,
      rollupOptions: { input: here('renderer/index.html') },
    },
  },
})
