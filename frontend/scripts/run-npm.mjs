import { spawnSync } from 'node:child_process';

/** Runs npm here, with its output where ours goes, and ends as it ends. */
export function npm(...args) {
  const { status, error } = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) {
    console.error(`npm cannot be started: ${error.message}`);
  }
  process.exit(status ?? 1);
}
