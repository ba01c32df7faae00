/** The default priority of a task, from 0 to 9. */
export const USUAL_PRIORITY = 5;
