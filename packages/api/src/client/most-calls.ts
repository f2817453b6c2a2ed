/** The most calls in one request. Clients that batch send further calls in another request. */
export const MOST_CALLS = 50;
