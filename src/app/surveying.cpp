// SPDX-License-Identifier: Apache-2.0
#include "app/file_bytes.hpp"
#include "app/instance.hpp"
#include "app/refusing.hpp"
#include "app/survey_command_line.hpp"
#include "base/require.hpp"
#include "capabilities/national_reports/commands/draft_survey.hpp"
#include "capabilities/national_reports/module.hpp"
#include "capabilities/national_reports/shipped_surveys.hpp"
#include "capabilities/national_reports/survey_file.hpp"
#include "capabilities/national_reports/workbook_survey.hpp"

#include <fstream>
#include <iostream>

namespace poa::app {
namespace {

namespace reports = national_reports;

/// A refusal reads the same here as on a page.
void print_refusal(const std::string& file, const Refusal& refusal) {
    web::Routes routes;
    reports::add_survey_sentences(routes);
    std::cerr << file << ":\n";
    print_reasons(refusal, routes.sentences(), "  ");
}

void print_left_out(const std::vector<reports::LeftOut>& left_out) {
    for (const reports::LeftOut& one : left_out)
        std::cout << "  left out: " << one.at << " " << one.what << " " << one.value << "\n";
}

/// The version asked for; else the one in use, else the newest.
std::optional<reports::KeptSurvey> wanted(storage::Session& session, const SurveyWish& wish) {
    if (wish.version > 0) return reports::store::survey(session, wish.key, wish.version);
    if (auto used = reports::store::survey_in_use(session, wish.key)) return used;
    std::int64_t newest = 0;
    for (const reports::KeptSurvey& one : reports::store::surveys(session))
        if (one.key == wish.key) newest = std::max(newest, one.version);
    return reports::store::survey(session, wish.key, newest);
}

struct Exported {
    std::string json;
    std::int64_t version = 0;
};
std::optional<Exported> find_survey(const SurveyWish& wish) {
    if (wish.data.empty()) {
        const reports::Survey* shipped = reports::shipped_survey(wish.key);
        if (shipped == nullptr) return std::nullopt;
        return Exported{reports::text_of(*shipped), 1};
    }
    Instance instance(Settings{.data = wish.data});
    const auto kept =
        instance.database().read([&](storage::Session& session) { return wanted(session, wish); });
    if (!kept) return std::nullopt;
    return Exported{kept->content, kept->version};
}

void write_to(const std::string& file, const std::string& bytes) {
    if (file.empty()) {
        std::cout << bytes;
        return;
    }
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) throw MachineFailure(file + " cannot be written");
}

} // namespace

int check_survey_file(const SurveyWish& wish) {
    const auto read = reports::read_survey_file(bytes_of_file(wish.file));
    if (!read) {
        print_refusal(wish.file, read.error());
        return 1;
    }
    std::int64_t minutes = 0;
    for (const reports::Section& section : read->survey.sections) minutes += reports::minutes_of(section);
    std::cout << read->survey.key << ": " << read->survey.question_count() << " questions, about " << minutes
              << " minutes, SHA-256 " << reports::digest_of(read->survey).hex() << "\n";
    print_left_out(read->left_out);
    return 0;
}

int export_survey_file(const SurveyWish& wish) {
    const auto found = find_survey(wish);
    if (!found) {
        std::cerr << "poa: there is no such survey: " << wish.key << "\n";
        return 1;
    }
    write_to(wish.to, wish.format == "xlsx" ? reports::survey_workbook(
                                                  reports::parse_survey(found->json).value(), found->version)
                                            : found->json + "\n");
    return 0;
}

int import_survey_file(const SurveyWish& wish) {
    Instance instance(Settings{.data = wish.data});
    reports::DraftSurvey request;
    request.file.content = bytes_of_file(wish.file);
    request.key = wish.key;
    const auto drafted = instance.database().write([&](storage::Session& session) {
        ledger::Work work(session, instance.clock().now());
        return reports::draft_survey(work, identity::Actor::operator_(), request);
    });
    if (!drafted) {
        print_refusal(wish.file, drafted.error());
        return 1;
    }
    sequence(instance);
    std::cout << drafted->survey.key << " version " << drafted->survey.version
              << " is kept as a draft, SHA-256 " << drafted->survey.digest.hex() << "\n";
    print_left_out(drafted->left_out);
    return 0;
}

} // namespace poa::app
