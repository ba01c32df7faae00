// npm run build, unless what is built is newer than all it is built from.
import { newest } from './newer.mjs';
import { npm } from './run-npm.mjs';

const SOURCES = [
  'src',
  'public',
  'scripts',
  'index.html',
  'package.json',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
  'vite.config.ts',
  '../web-module/src/main/openapi',
];

if (newest(SOURCES) > newest(['dist/index.html'])) {
  npm('run', 'build');
}
