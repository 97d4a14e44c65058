// SPDX-License-Identifier: Apache-2.0
// bench_views_matrix POSITIONS [MOST]: how long the summary and the matrix of positions take, with every cell
// answered: the questions of the file POSITIONS by 193 States, then 10 and 100 times the States (at most MOST
// times). Answers are drawn with a fixed seed. Prints one line of JSON for each size: milliseconds, medians.
#include "base/json.hpp"
#include "base/reference.hpp"
#include "capabilities/views/claims_file.hpp"
#include "capabilities/views/labels.hpp"
#include "capabilities/views/pages_matrix_drawing.hpp"
#include "capabilities/views/pages_matrix_loading.hpp"
#include "capabilities/views/positions_file.hpp"
#include "storage/migrations.hpp"
#include "web/described.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>

namespace {

using namespace poa;
using namespace poa::views;
using std::chrono::steady_clock;

constexpr std::size_t states_at_first = 193;

template <class F> double milliseconds(int times, F&& body) {
    std::vector<double> taken;
    for (int i = 0; i < times; ++i) {
        const auto start = steady_clock::now();
        body();
        taken.push_back(std::chrono::duration<double, std::milli>(steady_clock::now() - start).count());
    }
    std::ranges::sort(taken);
    return taken[taken.size() / 2];
}

std::string text_of_file(const char* path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    require(static_cast<bool>(in), "a file of positions that can be read");
    return std::move(text).str();
}

std::shared_ptr<const QuestionSet> questions_of(const char* path) {
    auto file = parse_positions(text_of_file(path));
    require(file.has_value(), "a file of positions without problems");
    for (Variable& variable : file->variables) Labels::shipped().complete(variable);
    return std::make_shared<const QuestionSet>(
        QuestionSet::of("bench", 1, std::move(file->variables)).value());
}

/// Member States of the register, then as many made up as are wanted.
std::vector<PositionActor> actors_of(const members::Register& states, std::size_t count) {
    std::vector<PositionActor> actors;
    auto add = [&](std::string code, std::string name) {
        if (actors.size() < count)
            actors.push_back({"state:" + code, ActorKind::state, std::move(code), std::move(name)});
    };
    for (const members::State* state : states.states(members::Language::en))
        add(std::string(state->iso3.text()), state->display(members::Language::en));
    for (std::size_t i = actors.size(); i < count; ++i) add("X" + std::to_string(i), "Made-up State");
    return actors;
}

Answer drawn_answer(const Variable& question, std::mt19937& random) {
    Answer answer{question.kind};
    auto below = [&](std::size_t end) {
        return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
    };
    std::vector<std::string> words = question.allowed;
    std::erase(words, "unspecified");
    if (words.empty()) words = {"Geneva", "New York", "Nairobi", "regional", "online", "elsewhere"};
    std::ranges::shuffle(words, random);
    if (question.kind == AnswerKind::yes_no) {
        answer.yes = below(2) == 0;
    } else if (question.kind == AnswerKind::interval || question.kind == AnswerKind::number) {
        answer.least = static_cast<double>(1 + below(6));
        answer.most =
            question.kind == AnswerKind::number ? answer.least : answer.least + static_cast<double>(below(3));
    } else {
        const std::size_t kept =
            question.kind == AnswerKind::several_of ? 1 + below(std::min<std::size_t>(3, words.size())) : 1;
        answer.words.assign(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(kept));
    }
    return answer;
}

Matrix drawn_matrix(const std::shared_ptr<const QuestionSet>& questions, std::vector<PositionActor> actors) {
    std::mt19937 random(20230418);
    const std::size_t count = actors.size();
    Matrix matrix(questions, std::move(actors));
    for (std::size_t variable = 0; variable < questions->size(); ++variable)
        for (std::size_t actor = 0; actor < count; ++actor)
            matrix.set(variable, actor, drawn_answer(questions->at(variable), random),
                       static_cast<Strength>(1 + random() % 3));
    return matrix;
}

void measure(storage::Session& session, const members::Register& states,
             const std::shared_ptr<const QuestionSet>& questions,
             const std::shared_ptr<const ClaimSet>& claims, std::size_t factor) {
    const int times = factor >= 100 ? 3 : 11;
    Matrix matrix = drawn_matrix(questions, actors_of(states, states_at_first * factor));
    const std::size_t cells = matrix.answered_cells();
    const double summary = milliseconds(times, [&] { (void)Summary(claims, matrix); });
    Summary kept(claims, matrix);
    std::mt19937 random(1);
    const double correction = milliseconds(times, [&] {
        const std::size_t variable = random() % questions->size();
        const Matrix next = matrix.with(variable, 0, drawn_answer(questions->at(variable), random),
                                        Strength::firm, PositionId{1});
        (void)kept.after(variable, next);
    });
    const Standing standing{{}, "", {}, std::move(matrix), claims, nullptr, std::move(kept)};
    const http::Request request;
    const http::Parameters path;
    const web::Visit visit{request, path, web::Wording::in(web::Language::en), web::Face::html,
                           std::make_shared<web::Visitor>()};
    const Loading at{session, standing, states, visit};
    const MatrixQuery everything{.pillar = "all", .whole = true};
    const Day today = Day::parse("2026-11-22").value();
    auto load = [&] { return load_matrix(at, everything, today).value(); };
    std::size_t html_bytes = 0, json_bytes = 0;
    const double loading = milliseconds(times, [&] { (void)load(); });
    const double html =
        milliseconds(times, [&] { html_bytes = draw_matrix(load(), visit).body.text().size(); });
    const double as_json = milliseconds(times, [&] {
        std::string out;
        JsonWriter json(out);
        web::write_json(json, load());
        json_bytes = out.size();
    });
    std::string out;
    JsonWriter json(out);
    json.begin_object().key("states").value(static_cast<std::int64_t>(standing.matrix.states()));
    json.key("cells").value(static_cast<std::int64_t>(cells));
    json.key("claims").value(static_cast<std::int64_t>(claims->claims.size()));
    json.key("summary_ms").value(summary).key("correction_ms").value(correction);
    json.key("load_ms").value(loading).key("html_ms").value(html).key("json_ms").value(as_json);
    json.key("html_bytes").value(static_cast<std::int64_t>(html_bytes));
    json.key("json_bytes").value(static_cast<std::int64_t>(json_bytes)).end_object();
    std::cout << out << std::endl;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("usage: bench_views_matrix POSITIONS [MOST]\n", stderr);
        return 2;
    }
    const std::size_t most = argc > 2 ? std::stoul(argv[2]) : 100;
    const auto questions = questions_of(argv[1]);
    const ClaimsFile& file = shipped_claims();
    auto claims = std::make_shared<ClaimSet>();
    *claims = {file.title, file.version, file.document, file.sections,
               ready_claims(file.claims, file.sections, *questions).value()};
    const members::Register states(
        members::parse_reference({reference_file("members.json"), reference_file("organisations.json")})
            .value(),
        Sha256{});
    auto folder = (std::filesystem::temp_directory_path() / "bench-views-XXXXXX").string();
    require(::mkdtemp(folder.data()) != nullptr, "a temporary folder");
    {
        auto database = storage::Database::open(
            {.address = std::filesystem::path(folder) / "poa.sqlite", .create = true});
        database->read([&](storage::Session& session) {
            for (std::size_t factor = 1; factor <= most; factor *= 10)
                measure(session, states, questions, claims, factor);
        });
    }
    std::filesystem::remove_all(folder);
    return 0;
}
