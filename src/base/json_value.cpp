// SPDX-License-Identifier: Apache-2.0
#include "base/json_value.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/parse.hpp>

#include <cmath>
#include <set>
#include <string>
#include <vector>

namespace poa {
namespace {

namespace js = boost::json;

/// What Boost.JSON's parser accepts and we do not: a key that comes twice, and numbers that overflow.
class Strict {
  public:
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    std::string problem;
    std::string repeated;

    bool on_document_begin(js::error_code&) { return true; }
    bool on_document_end(js::error_code&) { return true; }
    bool on_object_begin(js::error_code&) {
        keys_.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t, js::error_code&) {
        keys_.pop_back();
        return true;
    }
    bool on_array_begin(js::error_code&) { return true; }
    bool on_array_end(std::size_t, js::error_code&) { return true; }
    bool on_key_part(js::string_view part, std::size_t, js::error_code&) {
        key_.append(part.data(), part.size());
        return true;
    }
    bool on_key(js::string_view part, std::size_t, js::error_code& error) {
        key_.append(part.data(), part.size());
        bool fresh = keys_.back().insert(key_).second;
        if (!fresh) repeated = key_;
        key_.clear();
        return fresh || stop("json.repeated_key", error);
    }
    bool on_string_part(js::string_view, std::size_t, js::error_code&) { return true; }
    bool on_string(js::string_view, std::size_t, js::error_code&) { return true; }
    bool on_number_part(js::string_view part, js::error_code&) {
        number_.append(part.data(), part.size());
        return true;
    }
    bool on_int64(std::int64_t, js::string_view, js::error_code&) { return number_done(); }
    bool on_uint64(std::uint64_t, js::string_view, js::error_code&) { return number_done(); }
    bool on_double(double number, js::string_view part, js::error_code& error) {
        number_.append(part.data(), part.size());
        bool whole = number_.find_first_of(".eE") == std::string::npos;
        number_.clear();
        return (std::isfinite(number) && !whole) || stop("json.number", error);
    }
    bool on_bool(bool, js::error_code&) { return true; }
    bool on_null(js::error_code&) { return true; }
    bool on_comment_part(js::string_view, js::error_code&) { return true; }
    bool on_comment(js::string_view, js::error_code&) { return true; }

  private:
    bool number_done() {
        number_.clear();
        return true;
    }
    bool stop(const char* code, js::error_code& error) {
        problem = code;
        error = js::make_error_code(js::error::exception);
        return false;
    }
    std::vector<std::set<std::string>> keys_;
    std::string key_;
    std::string number_;
};

Refusal malformed(std::string code, std::size_t at) {
    return Refusal::because(Refusal::Kind::bad_input, std::move(code)).with("at", std::to_string(at));
}

} // namespace

Result<js::value> parse_json(std::string_view text) {
    js::basic_parser<Strict> check{js::parse_options{}};
    js::error_code error;
    std::size_t read = check.write_some(false, text.data(), text.size(), error);
    if (!check.handler().problem.empty()) {
        Refusal refusal = malformed(check.handler().problem, read);
        if (!check.handler().repeated.empty()) refusal.with("key", check.handler().repeated);
        return refuse(std::move(refusal));
    }
    if (error || read != text.size()) return refuse(malformed("json.malformed", read));
    js::value value = js::parse(js::string_view(text.data(), text.size()), error);
    if (error) return refuse(malformed("json.malformed", read));
    return value;
}

std::optional<js::value> parse_own_json(std::string_view text, js::storage_ptr memory) {
    js::error_code error;
    js::value value = js::parse(js::string_view(text.data(), text.size()), error, std::move(memory));
    if (error) return std::nullopt;
    return value;
}

} // namespace poa
