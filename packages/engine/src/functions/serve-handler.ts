/** Answers a request of the engine: `serve({ client, functions })` of `inngest/edge`. */
export type ServeHandler = (request: Request) => Promise<Response>;

export const serveUrl = "http://engine.invalid/api/inngest";
