// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/export.hpp"

#include "base/text.hpp"
#include "capabilities/views/export_positions.hpp"
#include "capabilities/views/report.hpp"

#include <algorithm>

namespace poa::views {
namespace {

using namespace web::html;
using web::Html;
using web::Url;
using web::Wording;

/// Headings that come with the claims shipped, for translators.
[[maybe_unused]] constexpr std::string_view section_titles[] = {N_("Scope"),
                                                                N_("Structure"),
                                                                N_("Principles"),
                                                                N_("Content"),
                                                                N_("Preparatory work"),
                                                                N_("Functions"),
                                                                N_("Modalities for establishment"),
                                                                N_("Follow-up mechanism and implementation")};

// Printed as a document: no colours, nothing loaded from elsewhere.
constexpr std::string_view style =
    "body{font-family:'Noto Sans','Noto Sans Arabic','Noto Sans CJK SC',sans-serif;line-height:1.5;"
    "max-width:50rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #888;padding:.2rem .4rem;text-align:start;vertical-align:top}"
    "@media print{thead{display:table-header-group}tr{break-inside:avoid}}";

std::string n(std::int64_t number) {
    return std::to_string(number);
}

/// "8a: 21 firm or conditional, 24 with inferred"
std::string counts(const Claim& claim, const ClaimTally& tally, const Wording& in) {
    return in.tr("{id}: {strict} firm or conditional, {loose} with inferred",
                 {{"id", claim.id}, {"strict", n(tally.strict)}, {"loose", n(tally.loose)}});
}

std::string sentence(const ExportSubject& subject, std::size_t place) {
    const Standing& standing = subject.standing;
    const ClaimTally& tally = standing.summary.of(place);
    return sentence_of(summary_words(), standing.claims->claims[place],
                       standing.bands->word(tally.count(standing.bands->basis())), subject.in.code());
}

Html told_first(const ExportSubject& subject) {
    const Standing& standing = subject.standing;
    const Wording& in = subject.in;
    Html first;
    first += p(strong(in.tr("Without prejudice to individual positions.")));
    first += p(in.tr("The record as it stood on {day}.", {{"day", in.day(Day::of(subject.at))}}), " ",
               in.tr_n("{n} State replied.", "{n} States replied.",
                       static_cast<std::int64_t>(standing.matrix.states())));
    first += p(in.tr("Question set version {questions}, statements version {claims}, words version {bands}.",
                     {{"questions", n(standing.questions().version())},
                      {"claims", n(standing.claims->version)},
                      {"bands", n(standing.bands->version())}}));
    first +=
        p(in.tr("After each sentence stand the number of its statement, how many States say so firmly or "
                "conditionally, and how many when what was inferred is counted too. Annex 1 names these "
                "States; annex 2 gives every position with the paragraph it was read from; annex 3 says "
                "what the words stand for."));
    if (auto url = Url::outside(std::string(subject.public_url) + "/views/summary"))
        first += p(in.tr("Each statement can be checked at:"), " ", a(href(*url), url->text()));
    return first;
}

Html section_of(const ExportSubject& subject, const ClaimSection& title) {
    const auto& claims = subject.standing.claims->claims;
    Html sentences;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        if (claims[i].section != title.key) continue;
        const ClaimTally& tally = subject.standing.summary.of(i);
        sentences += p(sentence(subject, i), " (",
                       a(href(Url::here("states-" + claims[i].id)), counts(claims[i], tally, subject.in)),
                       ")", when(tally.loose == 0, [&] {
                           return group(" ", em(subject.in.tr("No reply on the record supports this.")));
                       }));
    }
    if (sentences.empty()) return {};
    return group(h2(id(title.key), subject.in.tr(std::string_view(title.title))), sentences);
}

/// Names with links to their positions, in the order of the names.
Html names(const ExportSubject& subject, const std::vector<std::size_t>& actors) {
    std::vector<std::pair<std::string, std::string>> named;
    for (std::size_t actor : actors) {
        const PositionActor& who = subject.standing.matrix.actors()[actor];
        named.emplace_back(export_name(subject, who), who.code);
    }
    std::ranges::sort(named);
    const std::string_view comma = subject.in.language() == web::Language::ar   ? "، "
                                   : subject.in.language() == web::Language::zh ? "、"
                                                                                : ", ";
    Html out;
    for (const auto& [name, code] : named)
        out += group(out.empty() ? std::string_view() : comma, a(href(Url::here("positions-" + code)), name));
    return out;
}

Html states_annex(const ExportSubject& subject) {
    const Standing& standing = subject.standing;
    Html annex;
    for (std::size_t i = 0; i < standing.claims->claims.size(); ++i) {
        const ClaimTally& tally = standing.summary.of(i);
        const std::vector<std::size_t> strict = tally.strict_states(standing.matrix);
        std::vector<std::size_t> inferred = tally.loose_states(standing.matrix);
        std::erase_if(inferred,
                      [&](std::size_t actor) { return std::ranges::find(strict, actor) != strict.end(); });
        Html line = strict.empty() ? Html(group(subject.in.tr("none"))) : names(subject, strict);
        if (!inferred.empty())
            line += group(". ", em(subject.in.tr("Also, inferred:")), " ", names(subject, inferred));
        annex += p(id("states-" + standing.claims->claims[i].id), strong(standing.claims->claims[i].id), ": ",
                   line, ".");
    }
    return annex;
}

std::string word_in(std::string_view word, const Wording& in) {
    const SummaryWords::Word* known = summary_words().find(word);
    if (known == nullptr) return std::string(word);
    auto name = known->names.find(in.code());
    return name == known->names.end() ? std::string(word) : name->second;
}

Html words_annex(const ExportSubject& subject) {
    const Wording& in = subject.in;
    const Bands& bands = *subject.standing.bands;
    Html rows;
    for (const Band& band : bands.all())
        rows += tr(td(word_in(band.word, in)), td(band.least), td(band.most));
    Html annex =
        group(p(bands.basis() == CountBasis::strict
                    ? in.tr("Words are chosen by the number of States that say so firmly or conditionally.")
                    : in.tr("Words are chosen by the number of States, with what was inferred.")),
              table(thead(tr(th(scope("col"), in.tr("Word")), th(scope("col"), in.tr("From")),
                             th(scope("col"), in.tr("To")))),
                    tbody(rows)));
    const std::vector<Inseparable> pairs = words_not_separated(subject.standing);
    if (pairs.empty()) return annex;
    annex += p(in.tr("Some words are not separated by the counts of the published text: wherever the line is "
                     "drawn, some statements lie on its wrong side."));
    annex += ul(each(pairs, [&](const Inseparable& pair) {
        return li(in.tr("“{more}” and “{fewer}”: {wrong} of {examples} statements",
                        {{"more", word_in(pair.more, in)},
                         {"fewer", word_in(pair.fewer, in)},
                         {"wrong", n(pair.wrong)},
                         {"examples", n(pair.both)}}));
    }));
    return annex;
}

} // namespace

std::vector<Inseparable> words_not_separated(const Standing& standing) {
    const auto examples = published_examples(standing, standing.bands->basis());
    std::vector<std::string> words = quantifier_order();
    std::erase_if(words, [&](const std::string& word) {
        return word != "none" && std::ranges::find(examples, word, &WordExample::word) == examples.end();
    });
    if (words.size() < 2 || standing.matrix.states() < words.size()) return {};
    return refit(words, static_cast<int>(standing.matrix.states()), examples).inseparable;
}

std::string_view summary_title(const Wording& in) {
    return in.tr("Consolidated summary of views");
}

std::string summary_document(const ExportSubject& subject) {
    const Wording& in = subject.in;
    std::string out = "<!doctype html>\n<html lang=\"" + std::string(in.code()) + "\" dir=\"" +
                      std::string(web::direction_of(in.code())) + "\"><head><meta charset=\"utf-8\"><title>";
    web::append_escaped(out, summary_title(in));
    out.append("</title><style>").append(style).append("</style></head>");
    Html sections;
    for (const ClaimSection& each : subject.standing.claims->sections) sections += section_of(subject, each);
    Html whole =
        body(h1(summary_title(in)), told_first(subject), sections,
             h2(id("annex-1"), in.tr("Annex 1. States behind each statement")), states_annex(subject),
             h2(id("annex-2"), in.tr("Annex 2. Positions, with the paragraphs they were read from")),
             positions_annex(subject), h2(id("annex-3"), in.tr("Annex 3. What the words stand for")),
             words_annex(subject));
    out.append(whole.text()).append("</html>\n");
    return out;
}

} // namespace poa::views
