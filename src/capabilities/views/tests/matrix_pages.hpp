// SPDX-License-Identifier: Apache-2.0
#pragma once
// Pages over the real coding of the replies, and over a small one made up.
#include "call_house.hpp"
#include "capabilities/views/commands/import_positions.hpp"
#include "capabilities/views/pages_convergence_drawing.hpp"
#include "capabilities/views/pages_convergence_loading.hpp"
#include "capabilities/views/pages_matrix_drawing.hpp"
#include "capabilities/views/pages_matrix_parts.hpp"
#include "shared_coding.hpp"
#include "web/described.hpp"

#include <algorithm>

namespace poa::views::test {

using Codes = std::vector<std::string>;

inline void import(CallHouse& house, const std::string& text, const std::string& coder = "") {
    auto file = parse_positions(text);
    ASSERT_TRUE(file) << said(file);
    auto done = house.work([&](ledger::Work& work) {
        return import_positions(work, identity::Actor::operator_(), shipped_register(),
                                {std::move(*file), coder, sha256(text)});
    });
    ASSERT_TRUE(done) << said(done);
}

constexpr const char* small_coding = R"({
 "variables": {
  "colour": {"group": "core", "type": "enum", "allowed": ["red", "blue", "unspecified"],
             "description": "Colour"},
  "years": {"group": "core", "type": "range", "allowed": [], "description": "Years"},
  "places": {"group": "core", "type": "list", "allowed": [], "description": "Places"}},
 "actors": {
  "EGY": {"name": "Egypt", "kind": "State"}, "FRA": {"name": "France", "kind": "State"},
  "DEU": {"name": "Germany", "kind": "State"}, "CPI": {"name": "An institute", "kind": "stakeholder"}},
 "positions": {
  "EGY": {"colour": {"value": "red", "strength": "F", "anchor": "red", "locator": ""},
          "places": {"value": ["Geneva", "Nairobi"], "strength": "C", "anchor": "both", "locator": ""}},
  "FRA": {"colour": {"value": "blue", "strength": "F", "anchor": "blue", "locator": ""},
          "years": {"value": [3, 4], "strength": "I", "anchor": "three or four", "locator": ""}},
  "DEU": {"colour": {"value": "unspecified", "strength": "F", "anchor": "colour", "locator": ""},
          "years": {"value": [4, 6], "strength": "F", "anchor": "four to six", "locator": ""}},
  "CPI": {"colour": {"value": "red", "strength": "F", "anchor": "red", "locator": ""}}}})";

class Pages {
  public:
    void import_text(const std::string& text, const std::string& coder = "") { import(house_, text, coder); }

    template <class Page, class Load>
    Result<Page> load(Load load, web::Face face = web::Face::html,
                      web::Language language = web::Language::en) {
        return house_.read([&](storage::Session& session) -> Result<Page> {
            auto standing = current_.of(session);
            const web::Visit visit = visit_in(language, face);
            return load(Loading{session, *standing, shipped_register(), visit});
        });
    }
    MatrixPage matrix(const MatrixQuery& query, web::Face face = web::Face::html,
                      web::Language language = web::Language::en) {
        return load<MatrixPage>([&](const Loading& at) { return load_matrix(at, query, today()); }, face,
                                language)
            .value();
    }
    QuestionPage question(const std::string& key, const std::string& group = "") {
        return load<QuestionPage>([&](const Loading& at) {
                   return load_question(at, {key, group}, today());
               })
            .value();
    }
    Result<ComparePage> compare(const CompareQuery& query, web::Face face = web::Face::html) {
        return load<ComparePage>([&](const Loading& at) { return load_compare(at, query); }, face);
    }
    CodersPage coders() {
        return load<CodersPage>([](const Loading& at) { return load_coders(at, {}); }).value();
    }
    web::Visit visit_in(web::Language language = web::Language::en, web::Face face = web::Face::html) {
        return {request_, path_, web::Wording::in(language), face, std::make_shared<web::Visitor>()};
    }
    static Day today() { return day("2026-11-22"); }

  private:
    CallHouse house_{Engine::sqlite};
    CurrentStanding current_;
    http::Request request_;
    http::Parameters path_;
};

class SmallMatrix : public testing::Test {
  protected:
    SmallMatrix() { pages.import_text(small_coding); }
    Pages pages;
};

class RealMatrix : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        pages = std::make_unique<Pages>();
        pages->import_text(real_coding());
    }
    static void TearDownTestSuite() { pages.reset(); }
    static inline std::unique_ptr<Pages> pages;
};

inline const AnswerRow* row_of(const QuestionPage& page, std::string_view answer) {
    auto found = std::ranges::find(page.rows, answer, &AnswerRow::answer);
    return found == page.rows.end() ? nullptr : &*found;
}

/// Who gave the answer, of whatever strength; who is inferred has a star.
inline Codes voices(const QuestionPage& page, std::string_view answer) {
    Codes all;
    if (const AnswerRow* row = row_of(page, answer)) {
        all.insert(all.end(), row->firm.begin(), row->firm.end());
        all.insert(all.end(), row->conditional.begin(), row->conditional.end());
        for (const std::string& code : row->inferred) all.push_back(code + "*");
    }
    std::ranges::sort(all);
    return all;
}

inline Codes actors_of(const MatrixCells& page) {
    Codes codes;
    for (const MatrixActor& actor : page.actors) codes.push_back(actor.code);
    return codes;
}

inline std::size_t count_of(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

} // namespace poa::views::test
