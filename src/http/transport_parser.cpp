// SPDX-License-Identifier: Apache-2.0
#include "http/transport_parser.hpp"

#include "base/text.hpp"
#include "http/target.hpp"

#include <boost/beast/http/error.hpp>

namespace poa::http {
namespace {

namespace beast_http = boost::beast::http;

constexpr std::size_t chunk_line_bytes_max = 8 * 1024; // a chunk's size and extensions, or all trailers
constexpr std::uint64_t raw_bytes_slack = 64 * 1024;
constexpr std::uint64_t raw_bytes_a_byte_max = 16; // chunks of one byte take six

std::string_view view(boost::beast::string_view text) {
    return {text.data(), text.size()};
}

/// What an authority may hold; keeps a Host from carrying a path, a list or a user.
bool is_host(std::string_view host) {
    auto fits = [](unsigned char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
               c == '-' || c == '_' || c == '~' || c == ':' || c == '[' || c == ']' || c == '%';
    };
    return host.size() <= 300 && std::ranges::all_of(host, fits);
}

} // namespace

RequestParser::RequestParser(Request& request, const Limits& limits) : request_(request), limits_(limits) {
    header_limit(limits.head_bytes + 1);
    body_limit(boost::none); // ours is known after the head only
}

void RequestParser::refuse_with(int status, const char* what, Error& error) {
    if (problem_.status == 0) problem_ = {status, what};
    error = beast_http::make_error_code(beast_http::error::bad_field);
}

RequestParser::Problem RequestParser::problem_after(const Error& error) const {
    if (problem_.status != 0) return problem_;
    if (!error || error == beast_http::error::need_more) return {};
    return {400, "malformed request"};
}

RequestParser::Problem RequestParser::read_head(std::string_view head) {
    Error error;
    put(boost::asio::const_buffer(head.data(), head.size()), error);
    if (Problem problem = problem_after(error); problem.status != 0) return problem;
    if (!is_header_done()) return {400, "malformed head"};
    if (!read_target(target_, request_)) return {400, "malformed target"};
    return {};
}

RequestParser::Problem RequestParser::read_body(std::string_view bytes, std::size_t& used) {
    used = 0;
    while (!is_done() && used < bytes.size()) {
        Error error;
        std::string_view rest = bytes.substr(used);
        std::size_t count = put(boost::asio::const_buffer(rest.data(), rest.size()), error);
        used += count;
        if (Problem problem = problem_after(error); problem.status != 0) return problem;
        if (error || count == 0) break;
    }
    raw_bytes_ += used;
    if (!is_done() && bytes.size() - used > chunk_line_bytes_max) return {400, "chunk line too long"};
    if (raw_bytes_ > raw_bytes_slack + raw_bytes_a_byte_max * std::min(body_bytes_max_, UINT64_MAX / 32))
        return {413, "chunks too wasteful"};
    return {};
}

void RequestParser::on_request_impl(beast_http::verb, Text method, Text target, int version, Error& error) {
    auto known = poa::http::parse_method(view(method));
    // RFC 9110 would have 501, but 5xx says that something of ours failed: operators watch for that.
    if (!known) return refuse_with(405, "unknown method", error);
    if (target.size() > limits_.target_bytes) return refuse_with(414, "target too long", error);
    request_.method = *known;
    target_ = view(target);
    version_ = version;
}

void RequestParser::on_field_impl(beast_http::field field, Text name, Text value, Error& error) {
    if (head_done_) return; // trailers say nothing here, and must not pass for headers
    if (request_.headers.all().size() == limits_.headers) return refuse_with(431, "too many headers", error);
    if (!is_utf8(view(value))) return refuse_with(400, "a header is not UTF-8", error);
    count_framing(field, value, error);
    request_.headers.add(ascii_lower(view(name)), std::string(view(value)));
}

void RequestParser::count_framing(beast_http::field field, Text value, Error& error) {
    switch (field) {
    case beast_http::field::host:
        if (++hosts_ > 1) return refuse_with(400, "repeated Host", error);
        if (!is_host(view(value))) return refuse_with(400, "malformed Host", error);
        break;
    case beast_http::field::content_length:
        if (++lengths_ > 1 || value.find(',') != Text::npos)
            refuse_with(400, "repeated Content-Length", error);
        break;
    case beast_http::field::transfer_encoding:
        if (version_ < 11 || ++codings_ > 1) return refuse_with(400, "unexpected Transfer-Encoding", error);
        if (!same_ignoring_case(view(value), "chunked")) refuse_with(400, "unknown Transfer-Encoding", error);
        break;
    case beast_http::field::expect:
        if (version_ < 11) break;
        if (!same_ignoring_case(view(value), "100-continue"))
            return refuse_with(417, "unknown Expect", error);
        expects_continue_ = true;
        break;
    default:
        break;
    }
}

void RequestParser::on_header_impl(Error& error) {
    head_done_ = true;
    if (version_ >= 11 && hosts_ == 0) return refuse_with(400, "no Host", error);
    if (lengths_ > 0 && codings_ > 0) refuse_with(400, "both Content-Length and Transfer-Encoding", error);
}

std::size_t RequestParser::on_body_impl(Text bytes, Error& error) {
    if (bytes.size() > body_bytes_max_ - std::min<std::uint64_t>(body_bytes_max_, request_.body.size()))
        refuse_with(413, "body too large", error);
    else
        request_.body.append(bytes.data(), bytes.size());
    return bytes.size();
}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, Text bytes, Error& error) {
    return on_body_impl(bytes, error);
}

} // namespace poa::http
