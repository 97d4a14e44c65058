// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who asks, where a proxy stands between: believed only from proxies that the operator named.

#include "http/message.hpp"

#include <boost/asio/ip/address.hpp>

#include <string>
#include <vector>

namespace poa::http {

/// "192.0.2.1", "2001:db8::1"; an IPv4 address in IPv6 clothes as IPv4. Throws MachineFailure for anything
/// else.
[[nodiscard]] boost::asio::ip::address parse_address(const std::string& text);
[[nodiscard]] boost::asio::ip::address plain(const boost::asio::ip::address& address);

class TrustedProxies {
  public:
    explicit TrustedProxies(const std::vector<std::string>& addresses);
    [[nodiscard]] bool trusts(const boost::asio::ip::address& address) const;
    /// Sets remote_address and secure of `request` from X-Forwarded-For and -Proto, given that its peer is
    /// trusted: the right-most address that is not itself a trusted proxy.
    void apply(Request& request) const;

  private:
    std::vector<boost::asio::ip::address> addresses_;
};

} // namespace poa::http
