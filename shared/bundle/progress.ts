/** Progress of long work in units of the work; total 0 while unknown. */
export type Progress = (done: number, total: number) => void
