import { handlers } from "~/runtime";

const rest = (request: Request) => handlers.rest(request);

export { rest as DELETE, rest as GET, rest as HEAD, rest as PATCH, rest as POST, rest as PUT };
