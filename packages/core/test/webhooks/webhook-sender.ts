export { createWebhooks, signedHeaders } from "@besunny/connectors/webhooks/webhooks";
