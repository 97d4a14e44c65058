// SPDX-License-Identifier: Apache-2.0
#pragma once
// Beast's parser, filling our Request and stricter where servers are known to disagree (request smuggling).

#include "http/server.hpp"

#include <boost/beast/http/basic_parser.hpp>

namespace poa::http {

class RequestParser final : public boost::beast::http::basic_parser<true> {
  public:
    RequestParser(Request& request, const Limits& limits);

    struct Problem {
        int status = 0; ///< 0: none
        const char* what = "";
    };

    /// A whole head, empty line included.
    [[nodiscard]] Problem read_head(std::string_view head);
    /// Bytes of the body; `used` is how many of them are done with. Ask is_done() after.
    [[nodiscard]] Problem read_body(std::string_view bytes, std::size_t& used);
    void limit_body(std::uint64_t bytes) { body_bytes_max_ = bytes; }
    [[nodiscard]] bool expects_continue() const { return expects_continue_; }
    [[nodiscard]] bool is_version_1_0() const { return version_ < 11; }

  private:
    using Error = boost::system::error_code;
    using Text = boost::beast::string_view;

    void on_request_impl(boost::beast::http::verb verb, Text method, Text target, int version,
                         Error& error) override;
    void on_response_impl(int, Text, int, Error&) override {}
    void on_field_impl(boost::beast::http::field field, Text name, Text value, Error& error) override;
    void on_header_impl(Error& error) override;
    void on_body_init_impl(const boost::optional<std::uint64_t>&, Error&) override {}
    std::size_t on_body_impl(Text bytes, Error& error) override;
    void on_chunk_header_impl(std::uint64_t, Text, Error&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, Text bytes, Error& error) override;
    void on_finish_impl(Error&) override {}

    void refuse_with(int status, const char* what, Error& error);
    void count_framing(boost::beast::http::field field, Text value, Error& error);
    [[nodiscard]] Problem problem_after(const Error& error) const;

    Request& request_;
    const Limits& limits_;
    std::uint64_t body_bytes_max_ = 0;
    std::uint64_t raw_bytes_ = 0; ///< of a body with all that chunks add
    Problem problem_;
    std::string target_;
    int version_ = 11;
    unsigned hosts_ = 0, lengths_ = 0, codings_ = 0;
    bool head_done_ = false;
    bool expects_continue_ = false;
};

} // namespace poa::http
