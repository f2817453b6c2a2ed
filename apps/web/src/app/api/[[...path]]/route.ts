import { handlers } from "~/runtime";

const nothing = (request: Request) => handlers.nothing(request);

export {
  nothing as DELETE,
  nothing as GET,
  nothing as HEAD,
  nothing as OPTIONS,
  nothing as PATCH,
  nothing as POST,
  nothing as PUT,
};
