export { fieldKinds } from "@besunny/core/understanding/contract/cards/field-kinds";
