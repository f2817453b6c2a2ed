import { handlers } from "~/runtime";

const link = (request: Request) => handlers.link(request);

export { link as GET, link as HEAD };
