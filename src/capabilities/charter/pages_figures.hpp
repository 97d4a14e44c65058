// SPDX-License-Identifier: Apache-2.0
#pragma once
// Adjustable figures of a page: assumptions and conduct, each with where it comes from, in a form that can be
// shared by its address.

#include "base/input.hpp"
#include "web/visit.hpp"

#include <boost/describe/class.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::charter {

/// One figure, in the reader's language.
struct FigureRow {
    std::string key, title, unit, basis;
    double value = 0, standard = 0, least = 0, most = 0;
    std::string typed;       ///< by people, where it is no such number
    bool is_problem = false; ///< it is none, or outside the limits
};
BOOST_DESCRIBE_STRUCT(FigureRow, (), (key, title, unit, basis, value, standard, least, most))

/// What was typed, by key.
using TypedFigures = std::map<std::string, std::string, std::less<>>;

/// An input with figures beside its other fields. Needs: Query has a member `TypedFigures figures`.
template <class Query> class FiguresInput : public Input<Query> {
  public:
    using Input<Query>::Input;
    void figure(std::string_view key, std::string_view title, std::string_view basis) {
        FieldSpec field{std::string(key), FieldKind::line, {.label = title, .hint = basis}, false};
        field.rules.required = false;
        field.rules.characters_max = 40;
        this->add(std::move(field), [](void* target, const FieldSpec& spec, const InputValues::Value* value,
                                       Refusal& problems) {
            auto text = reading::text(spec, value, problems);
            if (text && !text->empty()) static_cast<Query*>(target)->figures[spec.name] = *text;
        });
    }
};

/// "0.5" and "0,5"; nothing where it is no finite number.
[[nodiscard]] std::optional<double> parse_figure(std::string_view text);
/// As it is typed: "0.5", "9000".
[[nodiscard]] std::string plain_figure(double figure);

/// Puts what was typed into the row: a number within its limits, or a problem.
void take_typed(const TypedFigures& typed, FigureRow& row);
[[nodiscard]] bool has_problem(const std::vector<FigureRow>& rows);
/// For programs: "charter.figure" (least, most) at each field.
[[nodiscard]] Refusal refusal_of(const std::vector<FigureRow>& rows);

/// Above the form: what is wrong, with links to the fields; empty where nothing is.
[[nodiscard]] web::Html figure_problems(const std::vector<FigureRow>& rows, const web::Visit& visit);
/// The fields, each with unit, basis and what it begins with.
[[nodiscard]] web::Html figure_fields(const std::vector<FigureRow>& rows, const web::Visit& visit);
/// How many differ from what they begin with.
[[nodiscard]] std::int64_t changed_count(const std::vector<FigureRow>& rows);

} // namespace poa::charter
