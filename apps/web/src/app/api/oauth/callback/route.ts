import { handlers } from "~/runtime";

export const GET = (request: Request) => handlers.oauthCallback(request);
