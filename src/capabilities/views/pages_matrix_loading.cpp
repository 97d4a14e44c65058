// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/pages_matrix_loading.hpp"

#include "base/text.hpp"
#include "capabilities/views/pages_matrix_parts.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace poa::views {
namespace {

using web::Url;

members::Language language_of(const Loading& at) {
    return members::parse_language(at.visit.in.code()).value_or(members::Language::en);
}

const std::vector<Choice>& kinds() {
    static const std::vector<Choice> choices = {
        {"states", N_("States")}, {"stakeholders", N_("Stakeholders")}, {"all", N_("All")}};
    return choices;
}

FieldRules optional_line(std::string_view label, std::size_t characters_max = 60) {
    return {.label = label, .required = false, .characters_max = characters_max};
}

std::string question_label(const Loading& at, const Variable& question) {
    return std::string(Labels::shipped().question(question, at.visit.in.code()));
}

std::string actor_address(std::string_view code) {
    return Url::of("views", "actors", code).text();
}

MatrixActor matrix_actor(const Loading& at, std::size_t place) {
    const PositionActor& actor = at.standing.matrix.actors()[place];
    return {actor.code, name_in(at, actor), std::string(name_of(actor.kind)), actor_address(actor.code)};
}

MatrixQuestion matrix_question(const Loading& at, std::size_t place) {
    const Variable& question = at.standing.questions().at(place);
    return {question.key,
            question_label(at, question),
            std::string(pillar_key(question)),
            std::string(name_of(question.kind)),
            Url::of("views", "questions", question.key).text(),
            {}};
}

std::int64_t answered_by(const Matrix& matrix, std::size_t variable, const std::vector<std::size_t>& actors) {
    return std::ranges::count_if(actors,
                                 [&](std::size_t actor) { return matrix.is_answered(variable, actor); });
}

/// Whether the answers of these actors can live with each other.
std::string_view togetherness(const Matrix& matrix, std::size_t variable,
                              const std::vector<std::size_t>& actors) {
    std::vector<Answer> answers;
    for (std::size_t actor : actors)
        if (matrix.is_answered(variable, actor)) answers.push_back(*matrix.answer(variable, actor));
    if (answers.size() < 2) return "one";
    const Variable& question = matrix.questions().at(variable);
    std::size_t compatible = 0, pairs = 0;
    for (std::size_t a = 0; a < answers.size(); ++a)
        for (std::size_t b = a + 1; b < answers.size(); ++b, ++pairs)
            compatible += are_compatible(question, answers[a], answers[b]) ? 1 : 0;
    if (compatible == pairs) return "all";
    return compatible == 0 ? "none" : "some";
}

void add_codes(std::string_view text, std::vector<std::string>& codes) {
    std::string code;
    auto take = [&] {
        if (!code.empty() && std::ranges::find(codes, code) == codes.end()) codes.push_back(code);
        code.clear();
    };
    for (char c : text)
        if (c == ',' || c == ';' || c == ' ')
            take();
        else
            code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    take();
}

} // namespace

const Input<MatrixQuery>& input_of(Of<MatrixQuery>) {
    static const auto input =
        Input<MatrixQuery>("views.matrix")
            .line("group", &MatrixQuery::group, optional_line(N_("Group")))
            .line("pillar", &MatrixQuery::pillar, optional_line(N_("Pillar")))
            .line("question", &MatrixQuery::question, optional_line(N_("Question")))
            .choice("kind", &MatrixQuery::kind, {.label = N_("Who"), .required = false, .choices = kinds()})
            .line("from", &MatrixQuery::from, optional_line(N_("From this question on")))
            .tick("whole", &MatrixQuery::whole, {.label = N_("All on one page"), .required = false});
    return input;
}

const Input<QuestionQuery>& input_of(Of<QuestionQuery>) {
    static const auto input = Input<QuestionQuery>("views.question")
                                  .hidden("question", &QuestionQuery::question, {.label = N_("Question")})
                                  .line("group", &QuestionQuery::group, optional_line(N_("Group")));
    return input;
}

const Input<ActorQuery>& input_of(Of<ActorQuery>) {
    static const auto input =
        Input<ActorQuery>("views.actor")
            .hidden("actor", &ActorQuery::actor, {.label = N_("State or organisation")});
    return input;
}

const Input<CompareQuery>& input_of(Of<CompareQuery>) {
    static const auto input =
        Input<CompareQuery>("views.compare")
            .line("states", &CompareQuery::states, optional_line(N_("Codes"), 400))
            .several("state", &CompareQuery::state, optional_line(N_("States and stakeholders")));
    return input;
}

const Input<ConvergenceQuery>& input_of(Of<ConvergenceQuery>) {
    static const auto input = Input<ConvergenceQuery>("views.convergence")
                                  .line("pillar", &ConvergenceQuery::pillar, optional_line(N_("Pillar")))
                                  .line("group", &ConvergenceQuery::group, optional_line(N_("Group")));
    return input;
}

const Input<ClustersQuery>& input_of(Of<ClustersQuery>) {
    static const auto input =
        Input<ClustersQuery>("views.clusters")
            .number("k", &ClustersQuery::k,
                    {.label = N_("Number of clusters"), .required = false, .least = 1, .most = 8});
    return input;
}

const Input<CodersQuery>& input_of(Of<CodersQuery>) {
    static const auto input =
        Input<CodersQuery>("views.coders")
            .line("first", &CodersQuery::first, optional_line(N_("First coder"), 200))
            .line("second", &CodersQuery::second, optional_line(N_("Second coder"), 200));
    return input;
}

Result<std::vector<std::size_t>> actors_shown(const Loading& at, std::string_view kind,
                                              std::string_view group, Day today) {
    const Matrix& matrix = at.standing.matrix;
    if (!group.empty() && at.states.group(group) == nullptr)
        return refuse(Refusal::because(Refusal::Kind::not_found, "members.no_such_group")
                          .with("group", std::string(group)));
    std::vector<std::size_t> places;
    const members::States in_order =
        group.empty() ? at.states.states(language_of(at)) : at.states.in_group(group, today, language_of(at));
    std::unordered_map<std::string_view, std::size_t> by_code;
    for (std::size_t i = 0; i < matrix.actors().size(); ++i)
        if (matrix.actors()[i].kind == ActorKind::state) by_code.emplace(matrix.actors()[i].code, i);
    if (kind != "stakeholders")
        for (const members::State* state : in_order)
            if (auto found = by_code.find(state->iso3.text()); found != by_code.end())
                places.push_back(found->second);
    if (!group.empty()) return places;
    std::set<std::size_t> placed(places.begin(), places.end());
    for (std::size_t i = 0; i < matrix.actors().size(); ++i) {
        const bool is_state = matrix.actors()[i].kind == ActorKind::state;
        const bool asked = is_state ? kind != "stakeholders" : kind == "stakeholders" || kind == "all";
        if (asked && !placed.contains(i)) places.push_back(i);
    }
    return places;
}

std::vector<std::size_t> actors_shown(const Loading& at, std::string_view kind) {
    return actors_shown(at, kind, {}, {}).value();
}

std::vector<std::size_t> all_questions(const Loading& at) {
    return questions_in(at, "all").value();
}

std::vector<GroupChoice> group_choices(const Loading& at, Day today) {
    std::vector<GroupChoice> choices;
    for (const members::Group& group : at.states.groups()) {
        auto places = actors_shown(at, "states", group.key, today);
        if (places && !places->empty())
            choices.push_back(
                {group.key, group.name(language_of(at)), static_cast<std::int64_t>(places->size())});
    }
    return choices;
}

std::string_view pillar_key(const Variable& variable) {
    const std::string_view key = Labels::shipped().pillar_of(variable);
    return key.empty() ? std::string_view("other") : key;
}

std::string_view pillar_words(std::string_view key, const web::Visit& visit) {
    return key == "other" ? visit.in.tr("Other questions") : Labels::shipped().pillar(key, visit.in.code());
}

std::vector<PillarRow> pillar_rows(const Loading& at, const std::vector<std::size_t>& actors,
                                   const Url& base) {
    const Matrix& matrix = at.standing.matrix;
    std::vector<PillarRow> rows;
    for (const Labels::Pillar& pillar : Labels::shipped().pillars())
        rows.push_back({pillar.key, std::string(pillar_words(pillar.key, at.visit)), 0, 0,
                        base.with("pillar", pillar.key).text()});
    rows.push_back(
        {"other", std::string(pillar_words("other", at.visit)), 0, 0, base.with("pillar", "other").text()});
    for (std::size_t i = 0; i < matrix.questions().size(); ++i) {
        auto row = std::ranges::find(rows, pillar_key(matrix.questions().at(i)), &PillarRow::key);
        ++row->questions;
        row->answered += answered_by(matrix, i, actors);
    }
    std::erase_if(rows, [](const PillarRow& row) { return row.questions == 0; });
    return rows;
}

Result<std::vector<std::size_t>> questions_in(const Loading& at, std::string_view pillar) {
    std::vector<std::string> keys;
    for (const Labels::Pillar& each : Labels::shipped().pillars()) keys.push_back(each.key);
    keys.emplace_back("other");
    if (pillar != "all" && std::ranges::find(keys, pillar) == keys.end())
        return refuse(Refusal::Kind::not_found, "views.no_such_pillar");
    std::vector<std::size_t> places;
    for (const std::string& key : keys)
        for (std::size_t i = 0; i < at.standing.questions().size(); ++i)
            if ((pillar == "all" || pillar == key) && pillar_key(at.standing.questions().at(i)) == key)
                places.push_back(i);
    return places;
}

void fill_cells(const Loading& at, const std::vector<std::size_t>& actors,
                const std::vector<std::size_t>& variables, MatrixCells& page) {
    const Matrix& matrix = at.standing.matrix;
    for (std::size_t actor : actors) page.actors.push_back(matrix_actor(at, actor));
    for (std::size_t variable : variables) page.questions.push_back(matrix_question(at, variable));
    std::vector<Url> positions; // where each actor's are read
    for (const MatrixActor& actor : page.actors)
        positions.push_back(Url::of("views", "positions", actor.code));
    page.rows.reserve(actors.size() * variables.size() / 4);
    for (std::size_t q = 0; q < variables.size(); ++q) {
        const std::size_t variable = variables[q];
        const Variable& question = matrix.questions().at(variable);
        const Column& column = matrix.column(variable);
        std::vector<const std::string*> texts(column.answers().size(), nullptr);
        for (std::size_t a = 0; a < actors.size(); ++a) {
            if (!matrix.is_answered(variable, actors[a])) continue;
            const Cell& cell = column.cells()[actors[a]];
            const Answer& answer = column.answers()[cell.answer - 1U];
            const std::string*& text = texts[cell.answer - 1U];
            if (text == nullptr) text = &page.words.emplace_back(answer_in(at.visit, question, answer));
            page.rows.push_back({page.actors[a].code, page.actors[a].name, page.questions[q].key,
                                 page.questions[q].label, *text, name_of(cell.strength),
                                 std::max<std::int64_t>(1, static_cast<std::int64_t>(answer.words.size())),
                                 positions[a].below(page.questions[q].key).text()});
        }
    }
}

Result<MatrixPage> load_matrix(const Loading& at, const MatrixQuery& query, Day today) {
    auto actors = actors_shown(at, query.kind, query.group, today);
    if (!actors) return refuse(actors.error());
    MatrixPage page;
    page.group = query.group;
    page.pillar = query.pillar;
    page.question = query.question;
    page.kind = query.kind;
    page.groups = group_choices(at, today);
    page.pillars =
        pillar_rows(at, *actors, Url("/views/matrix").with("group", query.group).with("kind", query.kind));
    std::vector<std::size_t> variables;
    if (!query.question.empty()) {
        auto found = at.standing.questions().find(query.question);
        if (!found) return refuse(Refusal::Kind::not_found, "views.no_such_question");
        variables = {*found};
    } else if (!query.pillar.empty() || at.visit.face != web::Face::html) {
        auto found = questions_in(at, query.pillar.empty() ? "all" : query.pillar);
        if (!found) return refuse(found.error());
        variables = std::move(*found);
        if (at.visit.face == web::Face::html && !query.whole)
            if (auto kept = keep_part(at, query.from, *actors, variables, page); !kept)
                return refuse(kept.error());
    }
    fill_cells(at, *actors, variables, page);
    return page;
}

Result<QuestionsPage> load_questions(const Loading& at) {
    const Matrix& matrix = at.standing.matrix;
    const auto states = actors_shown(at, "states");
    const auto stakeholders = actors_shown(at, "stakeholders");
    QuestionsPage page;
    page.pillars = pillar_rows(at, states, Url("/views/matrix"));
    for (std::size_t place : all_questions(at)) {
        const Variable& question = matrix.questions().at(place);
        page.rows.push_back({question.key, question_label(at, question), question.description,
                             std::string(pillar_key(question)), std::string(name_of(question.kind)),
                             answered_by(matrix, place, states), answered_by(matrix, place, stakeholders),
                             Url::of("views", "questions", question.key).text()});
    }
    return page;
}

Result<ActorsPage> load_actors(const Loading& at) {
    const Matrix& matrix = at.standing.matrix;
    ActorsPage page;
    page.questions = static_cast<std::int64_t>(matrix.questions().size());
    for (std::size_t place : actors_shown(at, "all")) {
        const PositionActor& actor = matrix.actors()[place];
        std::int64_t answered = 0;
        for (std::size_t i = 0; i < matrix.questions().size(); ++i)
            answered += matrix.is_answered(i, place) ? 1 : 0;
        page.rows.push_back({actor.code, name_in(at, actor), std::string(name_of(actor.kind)), answered,
                             actor_address(actor.code)});
    }
    return page;
}

Result<ActorPage> load_actor(const Loading& at, const ActorQuery& query) {
    const Matrix& matrix = at.standing.matrix;
    auto found = std::ranges::find_if(matrix.actors(), [&](const PositionActor& each) {
        return same_ignoring_case(each.code, query.actor);
    });
    if (found == matrix.actors().end()) return refuse(Refusal::Kind::not_found, "views.no_such_actor");
    const auto place = static_cast<std::size_t>(found - matrix.actors().begin());
    ActorPage page;
    page.code = found->code;
    page.name = name_in(at, *found);
    page.kind = name_of(found->kind);
    if (const members::State* state = at.states.by_iso3(found->code);
        state != nullptr && found->kind == ActorKind::state)
        page.state_address = Url::of("states", state->slug).text();
    for (const store::KeptActor& kept : at.standing.actors)
        if (kept.actor.key == found->key) page.language = kept.language, page.day = kept.day;
    page.questions = static_cast<std::int64_t>(matrix.questions().size());
    page.pillars = pillar_rows(at, {place}, Url("/views/matrix"));
    std::unordered_map<std::string, store::KeptPosition> kept;
    for (store::KeptPosition& position : store::positions_of(at.session, matrix.questions(), found->key)) {
        std::string key = position.variable;
        kept.emplace(std::move(key), std::move(position));
    }
    for (std::size_t variable : all_questions(at)) {
        const Variable& question = matrix.questions().at(variable);
        auto position = kept.find(question.key);
        if (position == kept.end() || !matrix.is_answered(variable, place)) continue;
        ++page.answered;
        page.rows.push_back({question.key, question_label(at, question), std::string(pillar_key(question)),
                             answer_in(at.visit, question, *matrix.answer(variable, place)),
                             std::string(name_of(matrix.cell(variable, place).strength)),
                             std::string(store::name_of(position->second.origin)), position->second.quote,
                             position_url(page.code, question.key).text()});
    }
    return page;
}

Result<ComparePage> load_compare(const Loading& at, const CompareQuery& query) {
    const Matrix& matrix = at.standing.matrix;
    ComparePage page;
    for (std::size_t place : actors_shown(at, "all")) page.choices.push_back(matrix_actor(at, place));
    add_codes(query.states, page.states);
    for (const std::string& ticked : query.state) add_codes(ticked, page.states);
    std::vector<std::size_t> places;
    for (const std::string& code : page.states)
        if (auto place = matrix.find_code(code))
            places.push_back(*place);
        else
            page.unknown.push_back(code);
    page.is_too_many = page.states.size() > compared_actors_most;
    if (at.visit.face != web::Face::html && (page.is_too_many || !page.unknown.empty())) {
        Refusal problems{Refusal::Kind::bad_input, {}};
        for (const std::string& code : page.unknown)
            problems.add_field("states", "views.compare_unknown", {{"actor", code}});
        if (page.is_too_many)
            problems.add_field("states", "views.compare_too_many",
                               {{"most", std::to_string(compared_actors_most)}});
        return refuse(std::move(problems));
    }
    if (page.is_too_many || !page.unknown.empty()) return page;
    std::vector<std::size_t> shown;
    for (std::size_t place : actors_shown(at, "all"))
        if (std::ranges::find(places, place) != places.end()) shown.push_back(place);
    std::vector<std::size_t> variables = all_questions(at);
    std::erase_if(variables, [&](std::size_t each) { return answered_by(matrix, each, shown) == 0; });
    fill_cells(at, shown, variables, page);
    for (std::size_t i = 0; i < variables.size(); ++i)
        page.questions[i].together = togetherness(matrix, variables[i], shown);
    return page;
}

} // namespace poa::views
