import { handlers } from "~/runtime";

const upload = (request: Request) => handlers.upload(request);

export {
  upload as DELETE,
  upload as GET,
  upload as HEAD,
  upload as OPTIONS,
  upload as PATCH,
  upload as POST,
};
