// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/pages_convergence_loading.hpp"

#include "capabilities/views/clusters.hpp"
#include "capabilities/views/convergence.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace poa::views {
namespace {

using web::Url;

constexpr std::size_t marks_most = 8;

std::vector<std::string> sorted_codes(const Matrix& matrix, const std::vector<std::size_t>& actors) {
    std::vector<std::string> codes = codes_of(matrix, actors);
    std::ranges::sort(codes);
    return codes;
}

std::string letter_of(std::size_t place) {
    return std::string(1, static_cast<char>('A' + place));
}

std::int64_t count(std::size_t number) {
    return static_cast<std::int64_t>(number);
}

/// One question as it is being made ready.
struct Asked {
    const Loading& at;
    const Variable& question;
    std::size_t place;
    [[nodiscard]] const Matrix& matrix() const { return at.standing.matrix; }
    [[nodiscard]] std::string words(const Answer& answer) const {
        return answer_in(at.visit, question, answer);
    }
    [[nodiscard]] std::vector<std::string> codes(const std::vector<std::size_t>& actors) const {
        return sorted_codes(matrix(), actors);
    }
    [[nodiscard]] MeetingRow meeting(const MeetingGroup& group) const {
        return {words(group.at), codes(group.actors)};
    }
};

void add_distribution(const Asked& asked, const Convergence& found, QuestionPage& page) {
    for (const AnswerVoices& voices : found.distribution) {
        AnswerRow row;
        if (page.rows.size() < marks_most) row.mark = letter_of(page.rows.size());
        row.answer = asked.words(voices.answer);
        row.states = count(voices.states());
        row.firm = asked.codes(voices.firm);
        row.conditional = asked.codes(voices.conditional);
        row.inferred = asked.codes(voices.inferred);
        row.stakeholders = asked.codes(voices.stakeholders);
        page.rows.push_back(std::move(row));
    }
}

void add_convergence(const Asked& asked, const Convergence& found, QuestionPage& page) {
    page.answered = count(found.answered);
    page.silent = count(found.silent);
    page.pairs = count(found.agreement.pairs);
    page.compatible = count(found.agreement.compatible);
    if (found.largest) page.largest = asked.meeting(*found.largest);
    if (found.cleavage)
        page.cleavage = CleavageRow{asked.meeting(found.cleavage->one), asked.meeting(found.cleavage->other),
                                    asked.codes(found.cleavage->between)};
    page.alone = asked.codes(found.alone);
    if (!found.change) return;
    ChangeRow change;
    change.at = asked.words(found.change->at);
    change.majority = count(found.change->majority);
    change.already = count(found.change->already);
    change.cost = found.change->cost;
    change.as_near = asked.codes(found.change->as_near);
    for (const Move& move : found.change->moves)
        change.moves.push_back(
            {asked.matrix().actors()[move.actor].code, std::string(name_of(move.strength)), move.distance});
    std::ranges::sort(change.moves, {}, &MoveRow::actor);
    page.change = std::move(change);
}

/// The marks of an answer: of each word of a set its own.
std::vector<std::string> marks_of(const Asked& asked, const Convergence& found, const Answer& answer) {
    std::vector<std::string> marks;
    bool has_more = false;
    auto holds = [&](const Answer& voiced) {
        return asked.question.kind == AnswerKind::several_of
                   ? std::ranges::find(answer.words, voiced.words.front()) != answer.words.end()
                   : voiced == answer;
    };
    for (std::size_t i = 0; i < found.distribution.size(); ++i) {
        if (!holds(found.distribution[i].answer)) continue;
        if (i < marks_most)
            marks.push_back(letter_of(i));
        else
            has_more = true;
    }
    if (has_more) marks.emplace_back("+");
    return marks;
}

void add_tiles(const Asked& asked, const Convergence& found, const std::vector<std::size_t>& actors,
               Day today, QuestionPage& page) {
    const Matrix& matrix = asked.matrix();
    const auto language = members::parse_language(asked.at.visit.in.code()).value_or(members::Language::en);
    std::map<std::string_view, std::size_t> by_code;
    for (std::size_t actor : actors) by_code.emplace(matrix.actors()[actor].code, actor);
    const members::TileMap map = asked.at.states.tile_map(today);
    page.columns = map.columns;
    page.tile_rows = map.rows;
    for (const members::DrawnTile& drawn : map.tiles) {
        const std::string code(drawn.iso3.text());
        AnswerTile tile{code,
                        std::string(asked.at.states.display_name(code, language)),
                        drawn.tile.column,
                        drawn.tile.row,
                        {},
                        {},
                        {}};
        if (auto actor = by_code.find(code);
            actor != by_code.end() && matrix.is_answered(asked.place, actor->second)) {
            const Answer& answer = *matrix.answer(asked.place, actor->second);
            tile.answer = asked.words(answer);
            tile.strength = name_of(matrix.cell(asked.place, actor->second).strength);
            tile.marks = marks_of(asked, found, answer);
        }
        page.tiles.push_back(std::move(tile));
    }
}

void add_description(const Asked& asked, QuestionPage& page) {
    const Variable& question = asked.question;
    const std::string_view language = asked.at.visit.in.code();
    page.key = question.key;
    page.label = Labels::shipped().question(question, language);
    page.description = question.description;
    page.pillar = pillar_key(question);
    page.pillar_name = pillar_words(page.pillar, asked.at.visit);
    page.kind = name_of(question.kind);
    for (const std::string& word : question.allowed)
        page.allowed.emplace_back(Labels::shipped().word(question, word, language));
    page.is_free_worded = question.kind == AnswerKind::free ||
                          (question.kind == AnswerKind::several_of && question.allowed.empty());
    page.has_units = question.kind == AnswerKind::interval || question.kind == AnswerKind::number;
    const std::vector<std::size_t> order = all_questions(asked.at);
    auto here = std::ranges::find(order, asked.place);
    if (here != order.begin()) page.earlier = asked.matrix().questions().at(*(here - 1)).key;
    if (here + 1 != order.end()) page.later = asked.matrix().questions().at(*(here + 1)).key;
}

std::vector<std::size_t> with_stakeholders(const Loading& at, std::vector<std::size_t> states) {
    for (std::size_t place : actors_shown(at, "stakeholders")) states.push_back(place);
    return states;
}

ConvergenceRow convergence_row(const Loading& at, std::size_t place, const std::vector<std::size_t>& states) {
    const Variable& question = at.standing.questions().at(place);
    const Convergence found = convergence_of(at.standing.matrix, place, states);
    ConvergenceRow row;
    row.question = question.key;
    row.label = Labels::shipped().question(question, at.visit.in.code());
    row.pillar = pillar_key(question);
    row.answered = count(found.answered);
    row.pairs = count(found.agreement.pairs);
    row.compatible = count(found.agreement.compatible);
    row.share = found.agreement.share();
    row.largest = found.largest ? count(found.largest->actors.size()) : 0;
    row.has_cleavage = found.cleavage.has_value();
    row.alone = count(found.alone.size());
    row.moves = found.change ? count(found.change->moves.size()) : 0;
    row.cost = found.change ? found.change->cost : 0;
    row.address = Url::of("views", "questions", question.key).text();
    return row;
}

ClusterRow cluster_row(const Loading& at, const Cluster& cluster, const std::string& letter) {
    const Matrix& matrix = at.standing.matrix;
    ClusterRow row{letter, matrix.actors()[cluster.medoid].code, sorted_codes(matrix, cluster.actors), {}};
    for (const Feature& feature : cluster.features) {
        const Variable& question = matrix.questions().at(feature.variable);
        row.features.push_back(
            {question.key, std::string(Labels::shipped().question(question, at.visit.in.code())),
             answer_in(at.visit, question, feature.usual), count(feature.inside),
             count(feature.inside_answered), count(feature.outside), count(feature.outside_answered)});
    }
    return row;
}

/// Places of clusters, the largest first, then by the first code in alphabetical order.
std::vector<std::size_t> cluster_order(const Matrix& matrix, const ClusterPicture& picture) {
    std::vector<std::size_t> order(picture.clusters.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    auto key = [&](std::size_t place) {
        const Cluster& cluster = picture.clusters[place];
        return std::pair(-count(cluster.actors.size()), sorted_codes(matrix, cluster.actors).front());
    };
    std::ranges::sort(order, {}, key);
    return order;
}

} // namespace

Result<QuestionPage> load_question(const Loading& at, const QuestionQuery& query, Day today) {
    auto place = at.standing.questions().find(query.question);
    if (!place) return refuse(Refusal::Kind::not_found, "views.no_such_question");
    auto states = actors_shown(at, "states", query.group, today);
    if (!states) return refuse(states.error());
    const Asked asked{at, at.standing.questions().at(*place), *place};
    QuestionPage page;
    page.group = query.group;
    page.groups = group_choices(at, today);
    add_description(asked, page);
    const Convergence found = convergence_of(at.standing.matrix, *place,
                                             query.group.empty() ? with_stakeholders(at, *states) : *states);
    add_distribution(asked, found, page);
    add_convergence(asked, found, page);
    add_tiles(asked, found, *states, today, page);
    return page;
}

Result<ConvergencePage> load_convergence(const Loading& at, const ConvergenceQuery& query, Day today) {
    auto states = actors_shown(at, "states", query.group, today);
    if (!states) return refuse(states.error());
    auto places = questions_in(at, query.pillar.empty() ? "all" : query.pillar);
    if (!places) return refuse(places.error());
    ConvergencePage page;
    page.pillar = query.pillar;
    page.group = query.group;
    page.pillars = pillar_rows(at, *states, Url("/views/convergence").with("group", query.group));
    page.groups = group_choices(at, today);
    for (std::size_t place : *places) page.rows.push_back(convergence_row(at, place, *states));
    return page;
}

Result<ClustersPage> load_clusters(const Loading& at, const ClustersQuery& query) {
    const Matrix& matrix = at.standing.matrix;
    ClusterSettings settings;
    if (query.k > 0) settings.clusters = static_cast<std::size_t>(query.k);
    ClustersPage page;
    page.k = query.k;
    page.answers_least = count(settings.answers_least);
    if (matrix.states() == 0) return page;
    const ClusterPicture picture = clusters_of(matrix, settings);
    page.variance_x = picture.variance[0];
    page.variance_y = picture.variance[1];
    page.silhouette = picture.silhouette;
    page.is_weak = picture.silhouette && *picture.silhouette < weak_silhouette;
    page.silent = sorted_codes(matrix, picture.silent);
    std::vector<std::string> letters(picture.clusters.size());
    for (std::size_t place : cluster_order(matrix, picture)) {
        letters[place] = letter_of(page.clusters.size());
        page.clusters.push_back(cluster_row(at, picture.clusters[place], letters[place]));
    }
    std::map<std::size_t, const PlacedActor*> placed;
    for (const PlacedActor& each : picture.actors) placed.emplace(each.actor, &each);
    for (std::size_t actor : actors_shown(at, "states")) {
        auto found = placed.find(actor);
        if (found == placed.end()) continue;
        const PlacedActor& each = *found->second;
        page.rows.push_back({matrix.actors()[actor].code, name_in(at, matrix.actors()[actor]),
                             letters[each.cluster], each.x, each.y, each.silhouette, count(each.answered),
                             each.is_thin});
    }
    return page;
}

} // namespace poa::views
