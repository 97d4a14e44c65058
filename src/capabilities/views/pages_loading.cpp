// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/pages_loading.hpp"

#include "base/text.hpp"
#include "capabilities/documents/documents.hpp"
#include "capabilities/views/locating.hpp"

#include <algorithm>
#include <map>

namespace poa::views {
namespace {

CountedStates counted(const Matrix& matrix, const std::vector<std::size_t>& states) {
    CountedStates count{static_cast<std::int64_t>(states.size()), codes_of(matrix, states)};
    std::ranges::sort(count.states);
    return count;
}

std::vector<BandRow> band_rows(const Bands& bands) {
    std::vector<BandRow> rows;
    for (const Band& band : bands.all()) rows.push_back({band.word, band.least, band.most});
    return rows;
}

std::string slug_of_symbol(storage::Session& session, const std::string& symbol) {
    if (symbol.empty()) return {};
    auto document = documents::find_document_by_symbol(session, symbol);
    return document && document->audience == Audience::everyone ? document->slug : std::string();
}

CountedStates part_states(const Matrix& matrix, const std::vector<Strength>& strengths, Strength least) {
    std::vector<std::size_t> states;
    for (std::size_t actor = 0; actor < strengths.size(); ++actor)
        if (matrix.actors()[actor].kind == ActorKind::state && strengths[actor] >= least)
            states.push_back(actor);
    return counted(matrix, states);
}

/// Rows of one actor, each with the strength of that answer: each answer its support of the claim rests on.
void add_support(const Loading& at, const Claim& claim, const ClaimTally& tally, std::size_t actor,
                 const std::map<std::pair<std::string, std::string>, const store::KeptPosition*>& positions,
                 std::vector<SupportRow>& rows) {
    const Matrix& matrix = at.standing.matrix;
    const PositionActor& who = matrix.actors()[actor];
    const bool whole = tally.support[actor].is_whole();
    for (std::size_t variable : claim.variables()) {
        const Variable& question = matrix.questions().at(variable);
        auto found = positions.find({who.key, question.key});
        if (!matrix.is_answered(variable, actor) || found == positions.end()) continue;
        const store::KeptPosition& position = *found->second;
        rows.push_back({who.code, name_in(at, who), std::string(name_of(who.kind)),
                        std::string(name_of(matrix.cell(variable, actor).strength)), whole, question.key,
                        std::string(Labels::shipped().question(question, at.visit.in.code())),
                        answer_in(at.visit, question, *matrix.answer(variable, actor)), position.quote,
                        position.document, position.anchor,
                        position_url(who.code, question.key, claim.id).text()});
    }
}

/// Actors that support at least a part: States in the alphabetical order of the reader's language, then
/// stakeholders.
std::vector<std::size_t> in_order(const Loading& at, const std::vector<Support>& support) {
    const Matrix& matrix = at.standing.matrix;
    std::vector<std::size_t> actors;
    const auto language = members::parse_language(at.visit.in.code()).value_or(members::Language::en);
    for (const members::State* state : at.states.states(language))
        if (auto actor = matrix.find_code(state->iso3.text()); actor && support[*actor].is_loose())
            actors.push_back(*actor);
    for (std::size_t actor = 0; actor < support.size(); ++actor)
        if (matrix.actors()[actor].kind == ActorKind::stakeholder && support[actor].is_loose())
            actors.push_back(actor);
    return actors;
}

} // namespace

const Input<ClaimQuery>& input_of(Of<ClaimQuery>) {
    static const auto input =
        Input<ClaimQuery>("views.claim").hidden("claim", &ClaimQuery::claim, {.label = N_("Statement")});
    return input;
}

const Input<PositionQuery>& input_of(Of<PositionQuery>) {
    static const auto input =
        Input<PositionQuery>("views.position")
            .hidden("actor", &PositionQuery::actor, {.label = N_("State or organisation")})
            .hidden("question", &PositionQuery::question, {.label = N_("Question")})
            .hidden("from", &PositionQuery::from, {.label = N_("Statement"), .required = false});
    return input;
}

web::Url position_url(std::string_view actor, std::string_view question, std::string_view from) {
    return web::Url::of("views", "positions", actor, question).with("from", from);
}

std::string name_in(const Loading& at, const PositionActor& actor) {
    if (actor.kind != ActorKind::state) return actor.name;
    return std::string(at.states.display_name(
        actor.code, members::parse_language(at.visit.in.code()).value_or(members::Language::en)));
}

std::string answer_in(const web::Visit& visit, const Variable& variable, const Answer& answer) {
    return Labels::shipped().answer(
        variable, answer, visit.in.code(),
        {visit.in.tr("yes"), visit.in.tr("no"), visit.in.tr("{least} to {most}")});
}

ClaimRow claim_row(const Loading& at, std::size_t place) {
    const Standing& standing = at.standing;
    const Claim& claim = standing.claims->claims[place];
    const ClaimTally& tally = standing.summary.of(place);
    const std::string word(standing.bands->word(tally.count(standing.bands->basis())));
    return {claim.id,
            claim.paragraph,
            claim.section,
            sentence_of(summary_words(), claim, word, at.visit.in.code()),
            word,
            claim.published_quantifier,
            std::string(name_of(fit_of(claim, tally, *standing.bands))),
            counted(standing.matrix, tally.strict_states(standing.matrix)),
            counted(standing.matrix, tally.loose_states(standing.matrix)),
            counted(standing.matrix, tally.whole_states(standing.matrix)),
            web::Url::of("views", "summary", claim.id).text()};
}

Result<ViewsPage> load_views(const Loading& at) {
    const Matrix& matrix = at.standing.matrix;
    return ViewsPage{static_cast<std::int64_t>(matrix.states()),
                     static_cast<std::int64_t>(matrix.actors().size() - matrix.states()),
                     static_cast<std::int64_t>(matrix.questions().size()),
                     static_cast<std::int64_t>(matrix.answered_cells()),
                     static_cast<std::int64_t>(at.standing.claims->claims.size()),
                     at.standing.title,
                     at.standing.claims->document};
}

Result<SummaryPage> load_summary(const Loading& at) {
    const Standing& standing = at.standing;
    SummaryPage page;
    page.title = standing.claims->title;
    page.document = standing.claims->document;
    page.claims_version = standing.claims->version;
    page.bands_version = standing.bands->version();
    page.basis = name_of(standing.bands->basis());
    page.replied = static_cast<std::int64_t>(standing.matrix.states());
    for (const ClaimSection& section : standing.claims->sections)
        page.sections.push_back({section.key, section.title});
    page.bands = band_rows(*standing.bands);
    for (std::size_t i = 0; i < standing.claims->claims.size(); ++i) page.rows.push_back(claim_row(at, i));
    return page;
}

Result<ClaimPage> load_claim(const Loading& at, const ClaimQuery& query) {
    const auto& claims = at.standing.claims->claims;
    auto found = std::ranges::find(claims, query.claim, &Claim::id);
    if (found == claims.end()) return refuse(Refusal::Kind::not_found, "views.no_such_claim");
    const auto place = static_cast<std::size_t>(found - claims.begin());
    const Matrix& matrix = at.standing.matrix;
    const ClaimTally& tally = at.standing.summary.of(place);
    ClaimPage page;
    page.claim = claim_row(at, place);
    page.plain = found->claim;
    page.note = found->note;
    page.document = at.standing.claims->document;
    page.document_slug = slug_of_symbol(at.session, page.document);
    page.basis = name_of(at.standing.bands->basis());
    page.bands = band_rows(*at.standing.bands);
    for (std::size_t i = 0; i < found->parts.size(); ++i)
        page.parts.push_back({found->parts[i].name, found->parts[i].formula.text(),
                              part_states(matrix, tally.parts[i], Strength::conditional),
                              part_states(matrix, tally.parts[i], Strength::inferred)});
    std::vector<store::KeptPosition> positions;
    for (std::size_t variable : found->variables())
        for (store::KeptPosition& position :
             store::positions_on(at.session, matrix.questions(), matrix.questions().at(variable).key))
            positions.push_back(std::move(position));
    std::map<std::pair<std::string, std::string>, const store::KeptPosition*> by_cell;
    for (const store::KeptPosition& position : positions)
        by_cell[{position.actor, position.variable}] = &position;
    for (std::size_t actor : in_order(at, tally.support))
        add_support(at, *found, tally, actor, by_cell, page.rows);
    if (place > 0) page.earlier = claims[place - 1].id;
    if (place + 1 < claims.size()) page.later = claims[place + 1].id;
    return page;
}

Result<PublishedPage> load_published(const Loading& at) {
    const Standing& standing = at.standing;
    const Bands& bands = *standing.bands;
    PublishedPage page;
    page.title = standing.claims->title;
    page.document = standing.claims->document;
    page.document_slug = slug_of_symbol(at.session, page.document);
    page.basis = name_of(bands.basis());
    page.replied = static_cast<std::int64_t>(standing.matrix.states());
    std::map<std::string, std::int64_t> fits;
    const std::vector<WordExample> examples = published_examples(standing, bands.basis());
    std::vector<std::string> words = quantifier_order();
    for (std::size_t i = 0; i < standing.claims->claims.size(); ++i) {
        page.rows.push_back(claim_row(at, i));
        ++fits[page.rows.back().fit];
    }
    for (Fit fit :
         {Fit::fits, Fit::says_more, Fit::says_fewer, Fit::composite, Fit::unsupported, Fit::no_word})
        page.fits.push_back({std::string(name_of(fit)), fits[std::string(name_of(fit))]});
    for (const std::string& word : words) {
        WordRow row{word, {}, std::nullopt};
        for (const WordExample& example : examples)
            if (example.word == word) row.counts.push_back(example.count);
        std::ranges::sort(row.counts);
        if (const Band* band = bands.band(word)) row.band = BandRow{word, band->least, band->most};
        if (!row.counts.empty() || row.band) page.words.push_back(std::move(row));
    }
    std::erase_if(words, [&](const std::string& word) {
        return word != "none" &&
               std::ranges::none_of(examples, [&](const auto& each) { return each.word == word; });
    });
    if (words.size() >= 2 && standing.matrix.states() >= words.size())
        for (const Inseparable& pair :
             refit(words, static_cast<int>(standing.matrix.states()), examples).inseparable)
            page.inseparable.push_back({pair.more, pair.fewer, pair.best_line, pair.wrong, pair.both});
    return page;
}

namespace {

void add_passage(const Loading& at, const store::KeptPosition& position, PositionPage& page) {
    auto document = documents::find_document_by_slug(at.session, position.document);
    if (!document || document->audience != Audience::everyone) return;
    page.document = document->slug;
    page.document_title = document->cited_as();
    if (document->withdrawn_at) page.withdrawn = Day::of(*document->withdrawn_at).iso();
    // A new version may have moved or dropped the words: then the one they were read in is shown.
    std::vector<documents::Version> versions = documents::versions_of(at.session, document->id);
    std::ranges::stable_sort(versions, [](const documents::Version& a, const documents::Version& b) {
        return a.is_current != b.is_current ? a.is_current : a.number > b.number;
    });
    for (const documents::Version& version : versions) {
        auto passage = documents::find_passage(at.session, version.id, position.anchor);
        if (!passage) continue;
        QuoteFinder finder({{position.anchor, passage->passage.text}});
        auto found = finder.find(position.quote, position.locator);
        if (!found.place) continue;
        page.passage = position.anchor;
        page.passage_label = passage->passage.label;
        page.text = passage->passage.text;
        page.language = documents::code_of(version.language);
        page.version = version.is_current ? 0 : version.number;
        page.quote_begin = static_cast<std::int64_t>(found.place->begin);
        page.quote_end = static_cast<std::int64_t>(found.place->end);
        return;
    }
}

void add_readings(const Loading& at, const Variable& question, const store::KeptPosition& position,
                  PositionPage& page) {
    for (const store::KeptReading& reading : store::readings_of(at.session, question, position.id))
        page.readings.push_back({reading.coder,
                                 reading.answer ? answer_in(at.visit, question, *reading.answer) : "",
                                 std::string(name_of(reading.strength)), reading.quote, reading.note,
                                 reading.read_at, reading.coder == position.coder});
}

} // namespace

Result<PositionPage> load_position(const Loading& at, const PositionQuery& query) {
    const Standing& standing = at.standing;
    const Matrix& matrix = standing.matrix;
    auto actor = std::ranges::find_if(matrix.actors(), [&](const PositionActor& each) {
        return same_ignoring_case(each.code, query.actor);
    });
    if (actor == matrix.actors().end()) return refuse(Refusal::Kind::not_found, "views.no_such_actor");
    auto variable = matrix.questions().find(query.question);
    if (!variable) return refuse(Refusal::Kind::not_found, "views.no_such_question");
    const Variable& question = matrix.questions().at(*variable);
    auto position = store::position(at.session, matrix.questions(), actor->key, question.key);
    if (!position) return refuse(Refusal::Kind::not_found, "views.no_such_position");
    PositionPage page;
    page.actor = actor->code;
    page.name = name_in(at, *actor);
    page.kind = name_of(actor->kind);
    page.question = question.key;
    page.label = Labels::shipped().question(question, at.visit.in.code());
    page.description = question.description;
    page.question_kind = name_of(question.kind);
    page.allowed = question.allowed;
    if (position->answer) page.answer = answer_in(at.visit, question, *position->answer);
    page.strength = name_of(position->strength);
    page.origin = store::name_of(position->origin);
    page.coder = position->coder;
    page.note = position->note;
    page.quote = position->quote;
    page.revision = position->revision;
    page.changed_at = position->changed_at;
    add_passage(at, *position, page);
    add_readings(at, question, *position, page);
    for (std::size_t i = 0; i < standing.claims->claims.size(); ++i) {
        const auto asked = standing.claims->claims[i].variables();
        if (!std::ranges::binary_search(asked, *variable)) continue;
        ClaimRow row = claim_row(at, i);
        page.claims.push_back({row.id, row.sentence, row.address});
    }
    if (standing.claims->find(query.from) != nullptr) page.from = query.from;
    return page;
}

} // namespace poa::views
