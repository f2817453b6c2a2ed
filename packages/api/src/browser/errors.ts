export type { ErrorCode, FieldError } from "@besunny/core/errors";
