/** The address of the list of failed tasks with this type and error type. */
export function failedTasksOf(type: string, errorType: string): string {
  return `/admin/tasks?${new URLSearchParams({ state: 'FAILED', type, errorType })}`;
}
