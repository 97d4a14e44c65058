// SPDX-License-Identifier: Apache-2.0
#pragma once
// The coding of the replies, imported, and pages loaded from it.

#include "call_house.hpp"
#include "capabilities/views/commands/import_positions.hpp"
#include "capabilities/views/pages_contradictions_drawing.hpp"
#include "capabilities/views/pages_contradictions_loading.hpp"
#include "shared_coding.hpp"

namespace poa::views::test {

class ContradictionPages {
  public:
    explicit ContradictionPages(const std::string& coding) {
        auto file = parse_positions(coding);
        require(file.has_value(), "a coding that reads");
        auto done = house_.work([&](ledger::Work& work) {
            return import_positions(work, identity::Actor::operator_(), shipped_register(),
                                    {std::move(*file), "", sha256(coding)});
        });
        require(done.has_value(), "a coding that is taken in");
    }

    template <class Page, class Load>
    [[nodiscard]] Result<Page> load(Load load, web::Language language = web::Language::en) {
        return house_.read([&](storage::Session& session) -> Result<Page> {
            auto standing = current_.of(session);
            const web::Visit visit = visit_in(language);
            return load(Loading{session, *standing, shipped_register(), visit});
        });
    }
    [[nodiscard]] ContradictionPage contradiction(const std::string& id,
                                                  web::Language language = web::Language::en) {
        return load<ContradictionPage>([&](const Loading& at) { return load_contradiction(at, {id}); },
                                       language)
            .value();
    }
    [[nodiscard]] web::Visit visit_in(web::Language language = web::Language::en) {
        return {request_, path_, web::Wording::in(language), web::Face::html,
                std::make_shared<web::Visitor>()};
    }

  private:
    CallHouse house_{Engine::sqlite};
    CurrentStanding current_;
    http::Request request_;
    http::Parameters path_;
};

/// One import for all tests of a suite.
class RealContradictions : public testing::Test {
  protected:
    static void SetUpTestSuite() { pages = std::make_unique<ContradictionPages>(real_coding()); }
    static void TearDownTestSuite() { pages.reset(); }
    static inline std::unique_ptr<ContradictionPages> pages;
};

} // namespace poa::views::test
