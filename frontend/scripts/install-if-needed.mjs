// npm ci, unless what is installed is what the lock file says.
import { newest } from './newer.mjs';
import { npm } from './run-npm.mjs';

if (newest(['package-lock.json', 'package.json', '.npmrc']) > newest(['node_modules/.package-lock.json'])) {
  npm('ci', '--no-audit', '--no-fund');
}
