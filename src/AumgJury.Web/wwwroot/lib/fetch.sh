#!/usr/bin/env bash
# Fetches the two vendored files again from the npm registry and refuses any that is not
# byte for byte the one recorded in SHA256SUMS. Needs npm and tar; run it by hand, never in a build.
set -euo pipefail
cd "$(dirname "$0")"
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm pack --silent @fontsource-variable/ibm-plex-sans@5.3.0 @microsoft/signalr@10.0.11 > /dev/null
mkdir font signalr ibm-plex-sans
tar xzf fontsource-variable-ibm-plex-sans-5.3.0.tgz -C font
tar xzf microsoft-signalr-10.0.11.tgz -C signalr
cp font/package/files/ibm-plex-sans-latin-wght-normal.woff2 font/package/LICENSE ibm-plex-sans/
cp signalr/package/dist/browser/signalr.min.js signalr/

sha256sum --check "$here/SHA256SUMS"
cp ibm-plex-sans/* "$here/ibm-plex-sans/"
cp signalr/signalr.min.js "$here/signalr/"
echo "wwwroot/lib holds the recorded files."
