#!/bin/sh
# Draws assets/logo.png (320 px) and assets/logo-small.png (128 px) from assets/logo.svg: sh scripts/draw-logos.sh
set -eu
cd "$(dirname "$0")/../assets"
for logo in logo.png:320 logo-small.png:128; do
  size="${logo#*:}" page="$(mktemp --suffix=.html)" profile="$(mktemp -d)"
  sed "s/width=\"320\" height=\"320\"/width=\"$size\" height=\"$size\" style=\"position:fixed;inset:0\"/" logo.svg > "$page"
  chromium --headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --user-data-dir="$profile" --hide-scrollbars --default-background-color=00000000 \
    --window-size="$size,$size" --screenshot="$PWD/${logo%:*}" "file://$page" 2>/dev/null
  rm -rf "$page" "$profile"
done
