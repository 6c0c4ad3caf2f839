/** This page's own nonce, filled in as it is served: the content policy takes no other <style>. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

// The library that stops the page from scrolling behind a dialog adds a <style> too, and looks for the nonce here.
Object.assign(globalThis, { __webpack_nonce__: styleNonce })
