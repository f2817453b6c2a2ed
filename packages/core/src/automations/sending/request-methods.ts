/** The methods of requests that automations send. */
export const requestMethods = ["POST", "PUT", "PATCH"] as const;
