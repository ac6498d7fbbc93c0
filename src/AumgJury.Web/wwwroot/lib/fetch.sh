#!/usr/bin/env bash
# Fetches the vendored files again from the npm registry and refuses any that is not
# byte for byte the one recorded in SHA256SUMS. Needs npm and tar; run it by hand, never in a build.
set -euo pipefail
cd "$(dirname "$0")"
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm pack --silent @fontsource-variable/ibm-plex-sans@5.3.0 @microsoft/signalr@10.0.11 pdfjs-dist@6.5.438 > /dev/null
mkdir font hub pdf ibm-plex-sans signalr pdfjs pdfjs/standard_fonts pdfjs/wasm
tar xzf fontsource-variable-ibm-plex-sans-5.3.0.tgz -C font
tar xzf microsoft-signalr-10.0.11.tgz -C hub
tar xzf pdfjs-dist-6.5.438.tgz -C pdf
cp font/package/files/ibm-plex-sans-latin-wght-normal.woff2 font/package/LICENSE ibm-plex-sans/
cp hub/package/dist/browser/signalr.min.js signalr/

# The build for older browsers; pictures are decoded without WebAssembly, which our policy does not allow.
cp pdf/package/legacy/build/pdf.min.mjs pdf/package/legacy/build/pdf.worker.min.mjs pdf/package/LICENSE pdfjs/
cp pdf/package/standard_fonts/* pdfjs/standard_fonts/
cp pdf/package/wasm/{openjpeg,jbig2}_nowasm_fallback.js pdf/package/wasm/LICENSE_{OPENJPEG,JBIG2,PDFJS_OPENJPEG,PDFJS_JBIG2} pdfjs/wasm/

sha256sum --check "$here/SHA256SUMS"
cp -r ibm-plex-sans pdfjs "$here/"
cp signalr/signalr.min.js "$here/signalr/"
echo "wwwroot/lib holds the recorded files."
