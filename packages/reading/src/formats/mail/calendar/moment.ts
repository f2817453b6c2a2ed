/** A day such as 2026-03-03, a time such as 10:00 and the name of its zone. Time and zone may be "". */
export type Moment = { day: string; time: string; zone: string };
