// SPDX-License-Identifier: Apache-2.0
#include "http/transport_forwarded.hpp"

#include "base/require.hpp"
#include "base/text.hpp"

#include <boost/asio/ip/address.hpp>

namespace poa::http {
namespace {

using boost::asio::ip::address;

/// The elements of all headers of that name, in order.
std::vector<std::string_view> elements(const Headers& headers, std::string_view wanted) {
    std::vector<std::string_view> list;
    for (const auto& [name, value] : headers.all())
        if (name == wanted)
            for (std::string_view element : split(value, ',')) list.push_back(trim(element));
    return list;
}

/// With or without a port: "192.0.2.1:99", "[2001:db8::1]:99".
std::string_view without_port(std::string_view text) {
    if (text.starts_with('[')) return text.substr(1, text.find(']') - 1);
    if (std::ranges::count(text, ':') == 1) return text.substr(0, text.find(':'));
    return text;
}

} // namespace

address plain(const address& found) {
    if (found.is_v6() && found.to_v6().is_v4_mapped())
        return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, found.to_v6());
    return found;
}

address parse_address(const std::string& text) {
    boost::system::error_code error;
    address parsed = boost::asio::ip::make_address(text == "localhost" ? "127.0.0.1" : text, error);
    if (error) throw MachineFailure(fmt::format("\"{}\" is not an IP address.", text));
    return parsed;
}

TrustedProxies::TrustedProxies(const std::vector<std::string>& addresses) {
    for (const std::string& text : addresses) addresses_.push_back(plain(parse_address(text)));
}

bool TrustedProxies::trusts(const address& found) const {
    return std::ranges::find(addresses_, plain(found)) != addresses_.end();
}

void TrustedProxies::apply(Request& request) const {
    auto chain = elements(request.headers, "x-forwarded-for");
    for (auto next = chain.rbegin(); next != chain.rend(); ++next) {
        boost::system::error_code error;
        address found = boost::asio::ip::make_address(std::string(without_port(*next)), error);
        if (error) break; // what stands further left is nobody's word
        request.remote_address = plain(found).to_string();
        if (!trusts(found)) break;
    }
    auto protocols = elements(request.headers, "x-forwarded-proto");
    request.secure = !protocols.empty() && same_ignoring_case(protocols.back(), "https");
}

} // namespace poa::http
