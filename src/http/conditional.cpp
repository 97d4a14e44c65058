// SPDX-License-Identifier: Apache-2.0
#include "http/conditional.hpp"

#include "base/text.hpp"
#include "http/quality.hpp"

#include <charconv>
#include <optional>

namespace poa::http {
namespace {

std::string_view opaque_tag(std::string_view etag) {
    if (etag.starts_with("W/")) etag.remove_prefix(2);
    return etag;
}

/// Takes the tag in front of `list`; empty where there is none.
std::string_view take_tag(std::string_view& list) {
    std::size_t start = list.find_first_not_of(" \t,");
    if (start == std::string_view::npos) return {};
    list.remove_prefix(start);
    std::size_t open = list.starts_with("W/") ? 2 : 0;
    if (open >= list.size() || list[open] != '"') return {};
    std::size_t close = list.find('"', open + 1);
    if (close == std::string_view::npos) return {};
    std::string_view tag = list.substr(0, close + 1);
    list.remove_prefix(close + 1);
    return tag;
}

std::optional<std::uint64_t> number(std::string_view digits) {
    std::uint64_t value = 0;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

RangeWanted last_bytes(std::uint64_t count, std::uint64_t size) {
    if (count == 0 || size == 0) return {RangeWanted::Kind::unsatisfiable};
    count = std::min(count, size);
    return {RangeWanted::Kind::part, size - count, count};
}

} // namespace

bool matches_any(std::string_view if_none_match, std::string_view etag) {
    if (trim(if_none_match) == "*") return true;
    for (std::string_view tag = take_tag(if_none_match); !tag.empty(); tag = take_tag(if_none_match))
        if (opaque_tag(tag) == opaque_tag(etag)) return true;
    return false;
}

bool same_strongly(std::string_view a, std::string_view b) {
    return a == b && a.starts_with('"');
}

bool accepts_gzip(std::string_view accept_encoding) {
    if (accept_encoding.empty()) return false;
    int gzip = -1, any = -1, identity = 0;
    for (const Weighted& coding : parse_weighted(accept_encoding)) {
        if (coding.value == "gzip" || coding.value == "x-gzip") gzip = std::max(gzip, coding.thousandths);
        if (coding.value == "*") any = coding.thousandths;
        if (coding.value == "identity") identity = coding.thousandths;
    }
    int quality = gzip >= 0 ? gzip : any;
    return quality > 0 && quality >= identity;
}

RangeWanted read_range(std::string_view header, std::uint64_t size) {
    header = trim(header);
    if (!same_ignoring_case(header.substr(0, 6), "bytes=")) return {};
    header = trim(header.substr(6));
    std::size_t hyphen = header.find('-');
    if (hyphen == std::string_view::npos) return {};
    std::string_view first_text = trim(header.substr(0, hyphen)), last_text = trim(header.substr(hyphen + 1));
    auto first = number(first_text), last = number(last_text);
    if (first_text.empty()) return last ? last_bytes(*last, size) : RangeWanted{};
    if (!first || (!last_text.empty() && !last) || (last && *last < *first)) return {};
    if (*first >= size) return {RangeWanted::Kind::unsatisfiable};
    std::uint64_t end = last ? std::min(*last, size - 1) : size - 1;
    return {RangeWanted::Kind::part, *first, end - *first + 1};
}

} // namespace poa::http
