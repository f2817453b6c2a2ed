/** How many calls one request may carry; clients that batch begin another after so many. */
export const MOST_CALLS = 50;
