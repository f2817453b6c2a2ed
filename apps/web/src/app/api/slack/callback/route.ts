import { handlers } from "~/runtime";

export const GET = (request: Request) => handlers.slackCallback(request);
