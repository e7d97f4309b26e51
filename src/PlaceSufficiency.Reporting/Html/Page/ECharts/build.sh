#!/usr/bin/env bash
# Makes echarts.min.js from the npm packages named here: the parts of Apache ECharts that reports draw with, as one script.
# Needs node and npm. Run in this folder; commit what changes, the licences too.
set -euo pipefail
here="$PWD"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cp entry.mjs "$work"
cd "$work"
npm install --no-save echarts@6.1.0 zrender@6.1.0 tslib@2.3.0 esbuild@0.28.2
npx esbuild entry.mjs --bundle --minify --format=iife --global-name=echarts --target=es2020 --charset=ascii --legal-comments=none \
  --define:process.env.NODE_ENV='"production"' --outfile=echarts.min.js
# The page wraps scripts in CDATA, so the mark that ends one is written another way.
sed -i 's/]]>/]]\\x3e/g' echarts.min.js
cp echarts.min.js "$here"
cp node_modules/echarts/LICENSE node_modules/echarts/NOTICE "$here"
cp node_modules/echarts/licenses/LICENSE-d3 "$here/LICENSE-d3"
cp node_modules/zrender/LICENSE "$here/LICENSE-zrender"
cp node_modules/tslib/LICENSE.txt "$here/LICENSE-tslib"
