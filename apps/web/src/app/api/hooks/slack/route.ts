import { handlers } from "~/runtime";

export const POST = (request: Request) => handlers.slack(request);
