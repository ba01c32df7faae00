/** Where the failed tasks of a type that had a kind of error are listed. */
export function failedTasksOf(type: string, errorType: string): string {
  return `/admin/tasks?${new URLSearchParams({ state: 'FAILED', type, errorType })}`;
}
