// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/pages_figures.hpp"

#include "base/text.hpp"
#include "web/drawing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace poa::charter {
namespace {

using namespace web::drawing;

std::string field_id(const FigureRow& row) {
    return "figure-" + row.key;
}

std::string problem_words(const FigureRow& row, const Visit& visit) {
    return visit.in.tr("A number from {least} to {most} is needed.",
                       {{"least", plain_figure(row.least)}, {"most", plain_figure(row.most)}});
}

Html field_of(const FigureRow& row, const Visit& visit) {
    const auto& in = visit.in;
    const std::string hint = field_id(row) + "-hint", problem = field_id(row) + "-problem";
    const std::string described = row.is_problem ? hint + " " + problem : hint;
    const std::string shown = row.is_problem ? row.typed : plain_figure(row.value);
    return div(css("field"),
               label(css("form-label"), for_(field_id(row)), row.title,
                     when(!row.unit.empty(), [&] { return group(" (", row.unit, ")"); })),
               div(css("field-hint form-text"), id(hint), row.basis, " ",
                   in.tr("Without a change: {figure}.", {{"figure", plain_figure(row.standard)}})),
               input(css("form-control"), id(field_id(row)), name(row.key), type("text"),
                     inputmode("decimal"), autocomplete("off"), maxlength(40), value(shown),
                     aria_invalid("true", row.is_problem), aria_describedby(described)),
               when(row.is_problem,
                    [&] { return div(css("field-problem"), id(problem), p(problem_words(row, visit))); }));
}

} // namespace

std::optional<double> parse_figure(std::string_view text) {
    std::string plain(trim(text));
    std::ranges::replace(plain, ',', '.');
    double made = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), made);
    if (error != std::errc() || end != plain.data() + plain.size() || !std::isfinite(made))
        return std::nullopt;
    return made;
}

std::string plain_figure(double figure) {
    return fmt::format("{}", figure);
}

void take_typed(const TypedFigures& typed, FigureRow& row) {
    const auto found = typed.find(row.key);
    if (found == typed.end()) return;
    const auto figure = parse_figure(found->second);
    row.is_problem = !figure || *figure < row.least || *figure > row.most;
    if (row.is_problem)
        row.typed = found->second;
    else
        row.value = *figure;
}

bool has_problem(const std::vector<FigureRow>& rows) {
    return std::ranges::any_of(rows, &FigureRow::is_problem);
}

Refusal refusal_of(const std::vector<FigureRow>& rows) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    for (const FigureRow& row : rows)
        if (row.is_problem)
            problems.add_field(row.key, "charter.figure",
                               {{"least", plain_figure(row.least)}, {"most", plain_figure(row.most)}});
    return problems;
}

Html figure_problems(const std::vector<FigureRow>& rows, const Visit& visit) {
    if (!has_problem(rows)) return {};
    Html items;
    for (const FigureRow& row : rows)
        if (row.is_problem)
            items += li(a(href(Url::here(field_id(row))), row.title), ": ", problem_words(row, visit));
    return div(css("form-problems"), role("alert"), id("problems"),
               h2(visit.in.tr("Nothing was computed: some figures cannot be taken")), ul(items));
}

Html figure_fields(const std::vector<FigureRow>& rows, const Visit& visit) {
    Html fields;
    for (const FigureRow& row : rows) fields += field_of(row, visit);
    return fields;
}

std::int64_t changed_count(const std::vector<FigureRow>& rows) {
    return std::ranges::count_if(rows, [](const FigureRow& row) { return row.value != row.standard; });
}

} // namespace poa::charter
