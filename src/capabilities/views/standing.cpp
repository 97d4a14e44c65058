// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/standing.hpp"

#include "base/reference.hpp"
#include "base/require.hpp"

#include <algorithm>

namespace poa::views {
namespace {

template <class T> T taken(Result<T> result, const char* what) {
    require(result.has_value(), what);
    return std::move(*result);
}

/// Claims whose formulas fit the questions; where no questions are kept yet there is nothing to count.
std::shared_ptr<const ClaimSet> claims_for(storage::Session& session, const QuestionSet& questions) {
    auto set = std::make_shared<ClaimSet>();
    if (questions.size() == 0) return set;
    auto kept = store::reference(session, "claims");
    ClaimsFile file = kept
                          ? taken(parse_claims(kept->content), "claims that were checked when they were kept")
                          : shipped_claims();
    add_clauses(file.claims, shipped_claims().claims, summary_words());
    auto claims = ready_claims(file.claims, file.sections, questions);
    // The shipped claims ask the questions of one set; another set comes without claims until some are kept.
    if (!claims) return set;
    *set = {file.title, kept ? kept->version : file.version, file.document, file.sections,
            std::move(*claims)};
    return set;
}

std::shared_ptr<const Bands> bands_for(storage::Session& session, std::size_t states) {
    auto kept = store::reference(session, "bands");
    BandsFile file = kept ? taken(parse_bands(kept->content), "bands that were checked when they were kept")
                          : shipped_bands();
    // The first band has no upper end: whoever comes later is counted with it.
    if (!file.bands.empty())
        file.bands.front().most = std::max(file.bands.front().most, static_cast<int>(states));
    return std::make_shared<const Bands>(
        taken(Bands::of(kept ? kept->version : file.version, file.basis,
                        std::max(file.states, static_cast<int>(states)), std::move(file.bands)),
              "bands that fit together"));
}

void put(Matrix& matrix, const store::KeptPosition& position) {
    auto variable = matrix.questions().find(position.variable);
    auto actor = matrix.find_actor(position.actor);
    require(variable && actor, "a position of a known question and actor");
    if (position.answer) matrix.set(*variable, *actor, *position.answer, position.strength, position.id);
}

/// The same with what changed since; nothing where more changed than cells.
std::shared_ptr<const Standing> caught_up(storage::Session& session, const Standing& old,
                                          const store::Stand& stand) {
    store::Stand but_for_cells = stand;
    but_for_cells.change = old.stand.change;
    if (old.is_empty() || but_for_cells != old.stand) return nullptr;
    auto changed = store::positions_after(session, old.questions(), old.stand.change);
    if (changed.size() > 64) return nullptr; // an import: counting everything anew is quicker
    auto next = std::make_shared<Standing>(old);
    next->stand = stand;
    for (const store::KeptPosition& position : changed) {
        auto variable = next->questions().find(position.variable);
        auto actor = next->matrix.find_actor(position.actor);
        require(variable && actor, "a position of a known question and actor");
        next->matrix = next->matrix.with(*variable, *actor, position.answer, position.strength, position.id);
        next->summary = next->summary.after(*variable, next->matrix);
    }
    return next;
}

} // namespace

const ClaimsFile& shipped_claims() {
    static const ClaimsFile file = taken(parse_claims(reference_file("views_claims.json")), "shipped claims");
    return file;
}

const BandsFile& shipped_bands() {
    static const BandsFile file = taken(parse_bands(reference_file("views_bands.json")), "shipped bands");
    return file;
}

const SummaryWords& summary_words() {
    static const SummaryWords words =
        taken(parse_words(reference_file("views_quantifiers.json"), reference_file("views_sentences.json")),
              "shipped words");
    return words;
}

std::shared_ptr<const Standing> read_standing(storage::Session& session) {
    const store::Stand stand = store::stand(session);
    auto kept = store::questions(session);
    auto questions = kept ? kept->questions : std::make_shared<const QuestionSet>();
    auto actors = store::actors(session);
    std::vector<PositionActor> list;
    for (const store::KeptActor& actor : actors) list.push_back(actor.actor);
    Matrix matrix(questions, std::move(list));
    for (const store::KeptPosition& position : store::positions_after(session, *questions, 0))
        put(matrix, position);
    auto claims = claims_for(session, *questions);
    auto bands = bands_for(session, matrix.states());
    Summary summary(claims, matrix);
    return std::make_shared<const Standing>(Standing{stand, kept ? kept->title : std::string(),
                                                     std::move(actors), std::move(matrix), std::move(claims),
                                                     std::move(bands), std::move(summary)});
}

std::shared_ptr<const Standing> CurrentStanding::of(storage::Session& session) {
    auto held = standing_.load();
    const store::Stand stand = store::stand(session);
    if (held && held->stand == stand) return held;
    auto next = held ? caught_up(session, *held, stand) : nullptr;
    if (!next) next = read_standing(session);
    standing_.store(next);
    return next;
}

} // namespace poa::views
