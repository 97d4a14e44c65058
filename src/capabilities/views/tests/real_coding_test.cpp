// SPDX-License-Identifier: Apache-2.0
// The report with its 37 replies and its coding, imported whole and held against the published summary.
#include "call_house.hpp"
#include "capabilities/views/commands/import_positions.hpp"
#include "capabilities/views/labels.hpp"
#include "capabilities/views/report.hpp"
#include "capabilities/views/standing.hpp"
#include "shared_coding.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace poa::views::test {
namespace {

class RealCoding : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        house = std::make_unique<CallHouse>(Engine::sqlite);
        std::vector<std::filesystem::path> papers;
        for (const auto& entry : std::filesystem::directory_iterator(shared_folder() / "mission/seeds"))
            papers.push_back(entry.path());
        std::ranges::sort(papers);
        for (const auto& paper : papers) {
            documents::ImportHints hints;
            hints.file_name = paper.filename().string();
            auto made = documents::prepare_import({bytes_of(paper), hints.file_name, ""}, hints,
                                                  shipped_names(), nullptr);
            ASSERT_TRUE(made);
            made->audience = Audience::everyone;
            ASSERT_TRUE(house->work([&](ledger::Work& work) {
                return documents::import_document(work, {"operator", 0, true}, *made);
            }));
        }
        const std::string text = bytes_of(shared_folder() / "mission/positions.json");
        auto file = parse_positions(text);
        ASSERT_TRUE(file) << said(file);
        ImportPositions request{std::move(*file), "", sha256(text)};
        auto done = house->work([&](ledger::Work& work) {
            return import_positions(work, identity::Actor::operator_(), shipped_register(), request);
        });
        ASSERT_TRUE(done) << said(done);
        imported = *done;
        standing = house->read([](storage::Session& session) { return read_standing(session); });
    }
    static void TearDownTestSuite() {
        standing.reset();
        house.reset();
    }
    static std::string states(const char* claim, bool strict) {
        for (std::size_t i = 0; i < standing->claims->claims.size(); ++i) {
            if (standing->claims->claims[i].id != claim) continue;
            const ClaimTally& tally = standing->summary.of(i);
            std::string all;
            for (const std::string& code :
                 codes_of(standing->matrix, strict ? tally.strict_states(standing->matrix)
                                                   : tally.loose_states(standing->matrix)))
                all += (all.empty() ? "" : " ") + code;
            return all;
        }
        return "no such claim";
    }
    static inline std::unique_ptr<CallHouse> house;
    static inline ImportedPositions imported;
    static inline std::shared_ptr<const Standing> standing;
};

// DOC-12, DOC-11: every cell of the coding is tied to a passage of the report, and every claim is counted.
TEST_F(RealCoding, DOC_12_IsImportedWholeWithEveryPhraseLocated) {
    EXPECT_EQ(imported.cells, 1547U);
    EXPECT_EQ(imported.added, 1547U);
    EXPECT_TRUE(imported.not_located.empty());
    EXPECT_EQ(standing->matrix.states(), 37U);
    EXPECT_EQ(standing->matrix.actors().size(), 39U);
    EXPECT_EQ(standing->questions().size(), 148U);
    ASSERT_EQ(standing->claims->claims.size(), 99U);
    // replies are found in the report, papers of stakeholders in their own
    const QuestionSet& questions = standing->questions();
    std::map<std::string, int> documents_of;
    house->read([&](storage::Session& session) {
        for (const store::KeptPosition& position : store::positions_after(session, questions, 0))
            ++documents_of[position.document];
    });
    EXPECT_EQ(documents_of["cyberpeace-institute"], 33);
    EXPECT_EQ(documents_of["multistakeholder-paper"], 30);
    EXPECT_EQ(documents_of["a-78-76"], 1547 - 63);
}

// What the program knows of answers that can live together is kept with the questions.
TEST_F(RealCoding, KeepsWhichAnswersCanLiveTogether) {
    const QuestionSet& questions = standing->questions();
    const Variable& meetings = questions.at(questions.find("plenary_frequency").value());
    const Answer annual = parse_answer(meetings, "annual").value();
    EXPECT_TRUE(are_compatible(meetings, annual, parse_answer(meetings, "annual_or_biennial").value()));
    EXPECT_FALSE(are_compatible(meetings, annual, parse_answer(meetings, "biennial").value()));
}

// The rows of contradictions name who holds what; the counts of the claims agree with them.
TEST_F(RealCoding, CON_01_ClaimsCountTheStatesTheContradictionsName) {
    EXPECT_EQ(states("35c", false), "AUS CAN CHE CHL DEU DNK ECU EST FIN FRA GBR ITA JPN LVA USA");
    EXPECT_EQ(states("35d", true), "BEL CZE EGY MKD SLV");
    EXPECT_EQ(states("22b", false), "CUB PAK PHL RUS SGP");
    EXPECT_EQ(states("24d", true), "CAN");
    EXPECT_EQ(states("35f", true), "DEU ITA");
}

/// Capitals or underlines that are no word of any language: "NSI", "AHC_75_282".
bool is_bare_code(std::string_view word) {
    std::size_t capitals = 0;
    for (const char letter : word) capitals += letter >= 'A' && letter <= 'Z' ? 1 : 0;
    const bool is_name = word.find(' ') != std::string_view::npos; // "Geneva (review conference)"
    return word.find('_') != std::string_view::npos || (!is_name && capitals >= 2 && word != "INTERPOL");
}

TEST_F(RealCoding, NoAnswerIsShownAsABareCode) {
    std::set<std::string> codes;
    for (std::size_t place = 0; place < standing->questions().variables().size(); ++place)
        for (std::size_t actor = 0; actor < standing->matrix.actors().size(); ++actor) {
            const Answer* answer = standing->matrix.answer(place, actor);
            if (answer == nullptr) continue;
            const Variable& variable = standing->questions().at(place);
            for (const std::string& word : answer->words) {
                if (!is_bare_code(word)) continue;
                codes.insert(word);
                for (const char* language : {"en", "fr"})
                    EXPECT_NE(Labels::shipped().word(variable, word, language), word)
                        << variable.key << " " << language;
            }
        }
    EXPECT_GT(codes.size(), 10U);
}

TEST_F(RealCoding, DOC_11_ShowsWhatNoReplySupportsInsteadOfLeavingItOut) {
    const std::string json = summary_json(*standing, "en");
    for (const Claim& claim : standing->claims->claims)
        EXPECT_NE(json.find("\"id\":\"" + claim.id + "\""), std::string::npos);
    EXPECT_EQ(states("38d", true), "") << "no reply says it firmly";
    EXPECT_EQ(states("38d", false), "COL SLV");
}

TEST_F(RealCoding, DOC_11_HasASentenceInEveryLanguageForEveryClaim) {
    for (const char* language : {"ar", "zh", "en", "fr", "ru", "es"})
        for (const Claim& claim : standing->claims->claims)
            for (const Band& band : standing->bands->all()) {
                const std::string sentence = sentence_of(summary_words(), claim, band.word, language);
                EXPECT_GT(sentence.size(), 20U) << language << " " << claim.id;
                if (std::string_view(language) != "en") {
                    EXPECT_EQ(sentence.find(claim.claim), std::string::npos) << language << " " << claim.id;
                }
            }
}

TEST_F(RealCoding, IsGivenOutInFormsOtherProgramsRead) {
    const MatrixPart part{{standing->matrix.find_code("EGY").value()},
                          {standing->questions().find("plenary_frequency").value()}};
    EXPECT_EQ(matrix_csv(standing->matrix, part),
              "\xEF\xBB\xBF"
              "actor,kind,question,answer,strength\r\nEGY,state,plenary_frequency,biennial,firm\r\n");
    EXPECT_EQ(matrix_sdmx_csv(standing->matrix, part),
              "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,QUESTION,OBS_VALUE,OBS_STATUS\r\n"
              "dataflow,POA:POSITIONS(1.0),I,EGY,plenary_frequency,biennial,A\r\n");
}

} // namespace
} // namespace poa::views::test
