// SPDX-License-Identifier: Apache-2.0
#pragma once
// From one described struct (BOOST_DESCRIBE_STRUCT) its JSON, its CSV row and its JSON Schema. What may be in
// it: integers, double, bool, text, Day, Instant, Id, Sha256 (hex), Url (its text), enumerations with
// `name_of`, std::optional (left out when empty... as null), std::vector, and described structs of these.

#include "base/bytes.hpp"
#include "base/id.hpp"
#include "base/json.hpp"
#include "base/time.hpp"
#include "web/url.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace poa::web {

template <class T>
concept Described = boost::describe::has_describe_members<T>::value && !std::is_enum_v<T>;
template <class T>
concept NamedEnum = std::is_enum_v<T> && requires(T value) {
    name_of(value);
};

namespace described_inside {

template <class T>
using Members =
    boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;
template <class T> inline constexpr bool is_vector = false;
template <class T> inline constexpr bool is_vector<std::vector<T>> = true;
template <class T> inline constexpr bool is_optional = false;
template <class T> inline constexpr bool is_optional<std::optional<T>> = true;
template <class T> inline constexpr bool is_id = false;
template <class T> inline constexpr bool is_id<Id<T>> = true;
template <class T>
concept Textual = std::is_convertible_v<const T&, std::string_view>;

/// The text of a value that is written as JSON text or a CSV cell, into `room` where it must be made.
template <class T> std::string_view text_of(const T& value, std::string& room) {
    if constexpr (Textual<T>) {
        return value;
    } else if constexpr (std::is_same_v<T, Day>) {
        return room = value.iso();
    } else if constexpr (std::is_same_v<T, Instant>) {
        return room = iso(value);
    } else if constexpr (std::is_same_v<T, Sha256>) {
        return room = value.hex();
    } else if constexpr (std::is_same_v<T, Url>) {
        return value.text();
    } else {
        return name_of(value);
    }
}

} // namespace described_inside

/// Calls f(name, value) for each member, in the order declared.
template <Described T, class F> void for_each_member(const T& value, F&& f) {
    boost::mp11::mp_for_each<described_inside::Members<T>>(
        [&](auto member) { f(std::string_view(member.name), value.*member.pointer); });
}

template <class T> void write_json(JsonWriter& out, const T& value) {
    using namespace described_inside;
    if constexpr (Described<T>) {
        out.begin_object();
        for_each_member(value, [&](std::string_view name, const auto& member) {
            out.key(name);
            write_json(out, member);
        });
        out.end_object();
    } else if constexpr (is_vector<T>) {
        out.begin_array();
        for (const auto& each : value) write_json(out, each);
        out.end_array();
    } else if constexpr (is_optional<T>) {
        if (value)
            write_json(out, *value);
        else
            out.null();
    } else if constexpr (is_id<T>) {
        out.value(value.number);
    } else if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, double>) {
        out.value(value);
    } else if constexpr (std::is_integral_v<T>) {
        out.value(static_cast<std::int64_t>(value));
    } else {
        std::string room;
        out.value(text_of(value, room));
    }
}

/// Appends one CSV cell (RFC 4180). A cell that a spreadsheet would take for a formula gets a leading
/// apostrophe.
void append_csv_cell(std::string& out, std::string_view text);

namespace described_inside {

template <class T> void append_cell(std::string& out, const T& value) {
    if constexpr (is_optional<T>) {
        if (value) append_cell(out, *value);
    } else if constexpr (is_vector<T>) {
        std::string joined;
        for (const auto& each : value) {
            if (!joined.empty()) joined += "; ";
            if constexpr (!Described<std::remove_cvref_t<decltype(each)>>) {
                std::string room;
                if constexpr (std::is_integral_v<std::remove_cvref_t<decltype(each)>>)
                    joined += std::to_string(each);
                else
                    joined += text_of(each, room);
            }
        }
        append_csv_cell(out, joined);
    } else if constexpr (is_id<T>) {
        out += std::to_string(value.number);
    } else if constexpr (std::is_same_v<T, bool>) {
        out += value ? "true" : "false";
    } else if constexpr (std::is_arithmetic_v<T>) {
        out += std::to_string(value);
    } else {
        std::string room;
        append_csv_cell(out, text_of(value, room));
    }
}

/// Columns of a member: a described member is spread as name.inner, a list of described structs is left out.
template <class T, class F> void for_each_cell(std::string_view name, const T& value, F&& f) {
    if constexpr (Described<T>) {
        for_each_member(value, [&](std::string_view inner, const auto& member) {
            for_each_cell(name.empty() ? std::string(inner) : std::string(name) + "." + std::string(inner),
                          member, f);
        });
    } else if constexpr (is_vector<T>) {
        if constexpr (!Described<typename T::value_type>) f(name, value);
    } else if constexpr (is_optional<T>) {
        if constexpr (Described<typename T::value_type>) {
            static const typename T::value_type none{};
            for_each_cell(name, value ? *value : none, f);
        } else {
            f(name, value);
        }
    } else {
        f(name, value);
    }
}

} // namespace described_inside

/// A page that is a list has a member `rows` (std::vector of a described struct): that is what its CSV holds.
template <class Page>
concept List = requires(const Page& page) {
    page.rows.size();
    requires Described<typename std::remove_cvref_t<decltype(page.rows)>::value_type>;
};

template <List Page> std::string csv_of(const Page& page) {
    using Row = typename std::remove_cvref_t<decltype(page.rows)>::value_type;
    std::string out = "\xEF\xBB\xBF"; // spreadsheets read UTF-8 only with this mark
    bool first = true;
    described_inside::for_each_cell("", Row{}, [&](std::string_view name, const auto&) {
        if (!std::exchange(first, false)) out += ',';
        append_csv_cell(out, name);
    });
    out += "\r\n";
    for (const Row& row : page.rows) {
        first = true;
        described_inside::for_each_cell("", row, [&](std::string_view, const auto& value) {
            if (!std::exchange(first, false)) out += ',';
            described_inside::append_cell(out, value);
        });
        out += "\r\n";
    }
    return out;
}

/// The JSON Schema (2020-12, as OpenAPI 3.1 takes it) of what `write_json` writes.
template <class T> void write_schema(JsonWriter& out) {
    using namespace described_inside;
    if constexpr (is_optional<T>) {
        out.begin_object().key("anyOf").begin_array();
        write_schema<typename T::value_type>(out);
        out.begin_object().key("type").value("null").end_object().end_array().end_object();
    } else if constexpr (Described<T>) {
        out.begin_object().key("type").value("object").key("properties").begin_object();
        boost::mp11::mp_for_each<Members<T>>([&](auto member) {
            out.key(member.name);
            write_schema<std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>>(out);
        });
        out.end_object().key("required").begin_array();
        boost::mp11::mp_for_each<Members<T>>([&](auto member) { out.value(member.name); });
        out.end_array().end_object();
    } else if constexpr (is_vector<T>) {
        out.begin_object().key("type").value("array").key("items");
        write_schema<typename T::value_type>(out);
        out.end_object();
    } else {
        out.begin_object().key("type");
        if constexpr (is_id<T> || (std::is_integral_v<T> && !std::is_same_v<T, bool>))
            out.value("integer");
        else if constexpr (std::is_same_v<T, bool>)
            out.value("boolean");
        else if constexpr (std::is_same_v<T, double>)
            out.value("number");
        else
            out.value("string");
        if constexpr (std::is_same_v<T, Day>) out.key("format").value("date");
        if constexpr (std::is_same_v<T, Instant>) out.key("format").value("date-time");
        out.end_object();
    }
}

} // namespace poa::web
