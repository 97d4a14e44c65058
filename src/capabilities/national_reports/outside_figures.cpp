// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/outside_figures.hpp"

#include "base/json_value.hpp"
#include "base/text.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <set>

namespace poa::national_reports {
namespace {

namespace js = boost::json;

constexpr std::size_t text_characters_max = 300;

bool is_decimal(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const std::size_t point = text.find('.');
    const auto digits = [](std::string_view part) {
        return !part.empty() && part.size() <= 15 &&
               std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
    };
    return digits(text.substr(0, point)) && (point == text.npos || digits(text.substr(point + 1)));
}

bool is_code(std::string_view text) {
    return text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

class Reading {
  public:
    explicit Reading(Refusal& problems) : problems_(problems) {}

    OutsideFigures read(const js::object& object) {
        OutsideFigures figures;
        figures.indicator = text(object, "indicator", "indicator");
        if (!figures.indicator.empty() && slug(figures.indicator) != figures.indicator) wrong("indicator");
        figures.title = text(object, "title", "title");
        figures.unit = text(object, "unit", "unit");
        read_source(object, figures);
        read_values(object, figures);
        return figures;
    }

  private:
    void add(const char* code, std::string at) { problems_.add_field("file", code, {{"at", std::move(at)}}); }
    void wrong(std::string at) { add("national_reports.outside_shape", std::move(at)); }
    std::string text(const js::object& object, std::string_view name, const std::string& at) {
        const js::value* value = object.if_contains(name);
        if (value == nullptr || value->is_null()) {
            add("national_reports.outside_missing", at);
            return {};
        }
        const auto* found = value->if_string();
        const std::string read = found == nullptr ? std::string() : std::string(found->data(), found->size());
        const std::string_view trimmed = trim(read);
        if (trimmed.empty() || !is_plain_text(read) || length_in_characters(read) > text_characters_max) {
            wrong(at);
            return {};
        }
        return nfc(trimmed);
    }
    void read_source(const js::object& object, OutsideFigures& figures) {
        const js::value* value = object.if_contains("source");
        const auto* source = value == nullptr ? nullptr : value->if_object();
        if (source == nullptr) return add("national_reports.outside_missing", "source");
        figures.source_title = text(*source, "title", "source.title");
        figures.source_address = text(*source, "address", "source.address");
        figures.licence = text(*source, "licence", "source.licence");
        const std::string day = text(*source, "day", "source.day");
        const auto read = Day::parse(day);
        if (read) figures.source_day = *read;
        if (!day.empty() && !read) wrong("source.day");
        const bool is_address =
            figures.source_address.starts_with("https://") || figures.source_address.starts_with("http://");
        if (!figures.source_address.empty() &&
            (!is_address || figures.source_address.find_first_of(" <>\"") != std::string::npos))
            wrong("source.address");
    }
    void read_values(const js::object& object, OutsideFigures& figures) {
        const js::value* value = object.if_contains("values");
        const auto* list = value == nullptr ? nullptr : value->if_array();
        if (list == nullptr || list->empty()) return add("national_reports.outside_missing", "values");
        if (list->size() > outside_values_max)
            return problems_.add_field("file", "national_reports.too_many_lines",
                                       {{"max", std::to_string(outside_values_max)}});
        std::set<std::pair<std::string, std::int64_t>> seen;
        for (std::size_t i = 0; i < list->size(); ++i) {
            const std::string at = "values[" + std::to_string(i) + "]";
            auto read = read_value((*list)[i]);
            if (!read)
                wrong(at);
            else if (!seen.insert({read->state, read->year}).second)
                add("national_reports.outside_twice", at);
            else
                figures.values.push_back(std::move(*read));
        }
    }
    static std::optional<OutsideValue> read_value(const js::value& value) {
        const auto* object = value.if_object();
        if (object == nullptr || object->size() != 3) return std::nullopt;
        const js::value *state = object->if_contains("state"), *year = object->if_contains("year"),
                        *number = object->if_contains("value");
        if (state == nullptr || year == nullptr || number == nullptr || !state->is_string() ||
            !year->is_int64() || !number->is_string())
            return std::nullopt;
        OutsideValue read;
        read.state.assign(state->get_string().data(), state->get_string().size());
        read.year = year->get_int64();
        read.value.assign(number->get_string().data(), number->get_string().size());
        const bool right =
            is_code(read.state) && read.year >= 1990 && read.year <= 2200 && is_decimal(read.value);
        return right ? std::optional(std::move(read)) : std::nullopt;
    }

    Refusal& problems_;
};

} // namespace

Result<OutsideFigures> parse_outside_figures(std::string_view text) {
    auto json = parse_json(text);
    if (!json) return refuse(json.error());
    Refusal problems{Refusal::Kind::bad_input, {}};
    const auto* object = json->if_object();
    if (object == nullptr) {
        problems.add_field("file", "national_reports.outside_shape", {{"at", ""}});
        return refuse(std::move(problems));
    }
    OutsideFigures figures = Reading(problems).read(*object);
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return figures;
}

} // namespace poa::national_reports
