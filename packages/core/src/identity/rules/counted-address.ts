import ipaddr from "ipaddr.js";

const BITS_OF_A_NETWORK = 64;

/**
 * What attempts from an address are counted under: the address itself, or of IPv6 the network of 64 bits that one customer is given whole.
 * What is no address counts as it is.
 */
export function countedAddress(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  if (address.kind() === "ipv4") return address.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/${BITS_OF_A_NETWORK}`)}/${BITS_OF_A_NETWORK}`;
}
