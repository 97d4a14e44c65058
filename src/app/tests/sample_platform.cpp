// SPDX-License-Identifier: Apache-2.0
#include "sample_platform.hpp"

#include "app/instance.hpp"
#include "base/require.hpp"
#include "base/text.hpp"
#include "capabilities/documents/module.hpp"
#include "capabilities/identity/commands.hpp"
#include "capabilities/views/module.hpp"

#include <arpa/inet.h>
#include <fstream>
#include <sstream>
#include <sys/socket.h>
#include <unistd.h>

namespace poa::app::test {
namespace {

namespace fs = std::filesystem;

Settings settings_in(const fs::path& folder) {
    Settings settings;
    settings.data = folder;
    settings.platform_name = "Sample programme";
    return settings;
}

/// The text between `before` and `after`; a mistake of the test where it is not there.
std::string between(const std::string& text, const std::string& before, const std::string& after) {
    std::size_t begin = text.find(before);
    require(begin != std::string::npos, "the answer holds what is looked for");
    begin += before.size();
    return text.substr(begin, text.find(after, begin) - begin);
}

Answered read_answer(const std::string& received) {
    Answered answered;
    std::size_t end = received.find("\r\n\r\n");
    require(received.starts_with("HTTP/1.1 ") && end != std::string::npos, "an answer came");
    answered.status = std::stoi(received.substr(9, 3));
    std::istringstream head(received.substr(0, end));
    std::string line;
    std::getline(head, line);
    while (std::getline(head, line)) {
        std::size_t colon = line.find(':');
        answered.headers.add(ascii_lower(line.substr(0, colon)), std::string(trim(line.substr(colon + 1))));
    }
    answered.body = received.substr(end + 4);
    return answered;
}

int connected_to(std::uint16_t port) {
    int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    timeval patience{10, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    bool connected = ::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    require(connected, "the server takes connections");
    return socket;
}

std::string over_the_wire(std::uint16_t port, const std::string& bytes) {
    int socket = connected_to(port);
    for (std::size_t sent = 0; sent < bytes.size();) {
        ssize_t now = ::send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (now <= 0) break; // refused early: the answer is there to be read
        sent += static_cast<std::size_t>(now);
    }
    std::string received;
    char buffer[16384];
    for (ssize_t now = 0; (now = ::recv(socket, buffer, sizeof buffer, 0)) > 0;)
        received.append(buffer, static_cast<std::size_t>(now));
    ::close(socket);
    return received;
}

void take_in(Instance& instance, const char* file, std::optional<documents::Language> language,
             Audience audience) {
    members::CurrentRegister states;
    instance.database().read([&](storage::Session& session) { states.refresh(session); });
    documents::ImportHints hints;
    hints.file_name = file;
    hints.language = language;
    std::string bytes = read_file(fs::path(POA_SOURCE_DIR) / "src/app/tests/samples" / file);
    auto prepared = documents::prepare_import({bytes, file, "text/plain"}, hints,
                                              documents::actor_names(*states.now()), &instance.files());
    require(prepared.has_value(), "the sample reads");
    prepared->audience = audience;
    if (std::string_view(file).find("-fr") != std::string_view::npos) {
        prepared->translation = documents::Translation::unofficial;
        prepared->translator = "Sample translators";
        prepared->new_version = true;
    }
    documents::By by{"secretariat", 0, true};
    auto done =
        instance.work([&](ledger::Work& work) { return documents::import_document(work, by, *prepared); });
    require(done.has_value(), "the sample is taken in");
}

void make_first_account(Instance& instance) {
    identity::PasswordHashing hashing;
    identity::CreateFirstAccount request;
    request.email = SamplePlatform::email_of("secretariat");
    request.name = "Sample secretariat";
    request.new_password = Secret(std::string(SamplePlatform::password));
    auto actor = identity::Actor::operator_();
    auto ready = identity::prepare({instance.database(), hashing, instance.clock().now()}, actor, request);
    require(ready.has_value(), "a password that is taken");
    auto made = instance.work(
        [&](ledger::Work& work) { return identity::create_first_account(work, actor, request); });
    require(made.has_value(), "the first account is made");
}

/// Positions that no text of anybody's stands behind: they are invented, like the question.
void take_in_coding(Instance& instance) {
    members::CurrentRegister states;
    instance.database().read([&](storage::Session& session) { states.refresh(session); });
    const std::string text = read_file(fs::path(POA_SOURCE_DIR) / "src/app/tests/samples/coding.json");
    auto file = views::parse_positions(text);
    require(file.has_value(), "the sample coding reads");
    views::ImportPositions request{std::move(*file), "", sha256(text)};
    auto done = instance.work([&](ledger::Work& work) {
        return views::import_positions(work, identity::Actor::operator_(), *states.now(), request);
    });
    require(done.has_value(), "the sample coding is taken in");
}

struct Wanted {
    const char* role;
    const char* body;
    const char* by;
};
constexpr Wanted people[] = {
    {"head_of_delegation", "state:FRA", "secretariat"},
    {"representative", "organisation:cyberpeace-institute", "secretariat"},
    {"chair", "chair", "secretariat"},
    {"chair_office", "chair", "secretariat"},
    {"delegate", "state:FRA", "head_of_delegation"},
    {"report_editor", "state:FRA", "head_of_delegation"},
    {"report_approver", "state:FRA", "head_of_delegation"},
    {"diplomatic_contact", "state:FRA", "head_of_delegation"},
    {"technical_contact", "state:FRA", "head_of_delegation"},
};

/// The folder every platform of this program is copied from.
struct Prepared {
    TemporaryFolder folder;
    std::map<std::string, std::string> tokens = {{"visitor", ""}};

    Prepared() {
        Settings settings = settings_in(folder.path());
        initialise(settings, "poa.example/ledger");
        {
            Instance instance(settings);
            take_in(instance, "a-99-1.txt", documents::Language::english, Audience::everyone);
            take_in(instance, "a-99-1-fr.txt", documents::Language::french, Audience::everyone);
            take_in(instance, "ruritania.txt", documents::Language::english, Audience::everyone);
            take_in(instance, "confidential.txt", documents::Language::english, Audience::member_states);
            make_first_account(instance);
        }
        {
            ServedFolder served(folder.path());
            sign_in(served, "secretariat");
            for (const Wanted& wanted : people) invite(served, wanted, wanted.role);
            invite(served, {"representative", "organisation:cyberpeace-institute", "secretariat"}, "person");
            end_appointment_of_person(served);
        }
        Instance instance(settings);
        take_in_coding(instance);
        sequence(instance);
    }

  private:
    void sign_in(const ServedFolder& served, const std::string& who) {
        Answered answer = served.send("POST", "/identity/sign_in",
                                      fmt::format(R"({{"email":"{}","password":"{}"}})",
                                                  SamplePlatform::email_of(who), SamplePlatform::password));
        tokens[who] = between(answer.body, R"("token":")", "\"");
    }
    void invite(const ServedFolder& served, const Wanted& wanted, const std::string& who) {
        std::string body = fmt::format(
            R"({{"email":"{}","name":"Sample {}","role":"{}","body":"{}","basis":"Sample credentials"}})",
            SamplePlatform::email_of(who), who, wanted.role, wanted.body);
        Answered invited = served.send("POST", "/identity/invite_person", body, tokens.at(wanted.by));
        require(invited.status == 201, "the invitation is made");
        std::string token = between(invited.body, "token=", "\"");
        Answered accepted = served.send(
            "POST", "/identity/accept_invitation",
            fmt::format(R"({{"token":"{}","new_password":"{}"}})", token, SamplePlatform::password));
        require(accepted.status == 200, "the invitation is accepted");
        sign_in(served, who);
    }
    void end_appointment_of_person(const ServedFolder& served) {
        Answered account = served.send("GET", "/account", {}, tokens.at("person"));
        std::string number = between(account.body, R"("appointment":)", ",");
        Answered ended = served.send("POST", "/identity/end_appointment", R"({"appointment":)" + number + "}",
                                     tokens.at("secretariat"));
        require(ended.status == 200, "the appointment is ended");
    }
};

const Prepared& prepared() {
    static const Prepared once;
    return once;
}

fs::path copied(const fs::path& to) {
    fs::copy(prepared().folder.path(), to, fs::copy_options::recursive);
    return to;
}

} // namespace

ServedFolder::ServedFolder(const fs::path& folder)
    : platform_(settings_in(folder)), server_(
                                          [] {
                                              http::ServerSettings settings;
                                              settings.port = 0;
                                              return settings;
                                          }(),
                                          platform_.site()),
      serving_([this] { server_.run(); }) {
    platform_.announce_to(&server_);
}

ServedFolder::~ServedFolder() {
    server_.stop();
    serving_.join();
    platform_.announce_to(nullptr);
}

Answered ServedFolder::exchange(const std::string& bytes) const {
    return read_answer(over_the_wire(server_.port(), bytes));
}

Answered ServedFolder::send(const std::string& method, const std::string& target, const std::string& body,
                            const std::string& token) const {
    std::string bytes = method + " " + target +
                        " HTTP/1.1\r\nHost: poa.example\r\nConnection: close\r\n"
                        "Accept: application/json\r\n";
    if (!token.empty()) bytes += "Authorization: Bearer " + token + "\r\n";
    if (method == "POST")
        bytes += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    return exchange(bytes + "\r\n" + body);
}

SamplePlatform::SamplePlatform() : served_(std::make_unique<ServedFolder>(copied(folder_.path() / "data"))) {}

const std::map<std::string, std::string>& SamplePlatform::tokens() {
    return prepared().tokens;
}

TemporaryFolder::TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "poa-sample-XXXXXX").string();
    require(::mkdtemp(name.data()) != nullptr, "a temporary folder");
    path_ = name;
}
TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

std::string read_file(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    require(in.good(), "the file is there");
    std::ostringstream text;
    text << in.rdbuf();
    return std::move(text).str();
}

} // namespace poa::app::test
