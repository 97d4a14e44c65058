// SPDX-License-Identifier: Apache-2.0
// bench_live PROGRAM FOLDER [LISTENERS]: one question's state on many screens, and a roll-call of all Member
// States, through the real program over HTTP. The program is a process of its own, so that its memory is its
// own; people are signed in without passwords, so that no figure is one of password hashing.
// Prints one line of JSON: how long an objection takes from its sending to each screen, the votes answered a
// second, each durable, and the resident memory of the program.
#include "base/json.hpp"
#include "base/text.hpp"
#include "capabilities/decisions/store.hpp"
#include "capabilities/identity/sign_in_session.hpp"
#include "capabilities/identity/store.hpp"
#include "capabilities/members/members.hpp"
#include "storage/database.hpp"

#include <arpa/inet.h>
#include <atomic>
#include <csignal>
#include <fstream>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

using namespace poa;
using std::chrono::steady_clock;

constexpr int objections_measured = 60;
constexpr auto pause_between = std::chrono::milliseconds(150);
constexpr auto patience = std::chrono::seconds(10);

double milliseconds_since(steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(steady_clock::now() - start).count();
}
double percentile(std::vector<double>& values, std::size_t of_hundred) {
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, values.size() * of_hundred / 100)];
}

struct Delegate {
    std::string state, token;
};
struct Prepared {
    std::vector<Delegate> delegates; ///< one of each Member State
    Id<decisions::Proposal> objected, voted;
    Id<decisions::Question> objected_question, voted_question;
};

Delegate sign_in_one(storage::Session& session, const std::string& state, Instant now) {
    const std::string email = ascii_lower(state) + "@delegation.example";
    const auto person = identity::store::insert_person(session, email, "Delegate " + state, "en", now, {});
    const auto body = identity::Body::parse("state:" + state);
    require(body.has_value(), "a State is a body");
    (void)identity::store::insert_appointment(
        session, {person, {identity::Role::delegate, *body}, Day::of(now), {}}, "Credentials", now, {});
    const Secret token = identity::make_token();
    const auto digest = identity::digest_of_token(token.reveal());
    (void)identity::store::insert_session(session, *digest, person, "Bench", now);
    return {state, std::string(token.reveal())};
}

std::pair<Id<decisions::Proposal>, Id<decisions::Question>>
put(storage::Session& session, decisions::Asked asked, const std::vector<std::string>& states, Instant now) {
    decisions::Proposal proposal;
    proposal.proposer = "chair";
    proposal.title = "That the group meet twice a year";
    proposal.body = "plenary";
    proposal.effect = "adopt_text";
    proposal.effect_fields = "{}";
    proposal.language = "en";
    proposal.drafted = now;
    decisions::Question question;
    proposal.id = decisions::store::add_proposal(session, proposal, decisions::store::PersonId(1));
    proposal = *decisions::store::proposal(session, proposal.id);
    proposal.symbol = fmt::format("BENCH/{}", name_of(asked));
    proposal.stage = decisions::Stage::before_the_body;
    proposal.tabled = now;
    require(decisions::store::save_proposal(session, proposal), "tabled");
    question.proposal = proposal.id;
    question.asked = asked;
    question.applied.clause = "8.1";
    question.charter_version = 1;
    question.roll_call = asked == decisions::Asked::vote;
    question.members = static_cast<std::int64_t>(states.size());
    question.put = now;
    return {question.proposal, decisions::store::add_question(session, question, states)};
}

/// Runs `poa VERB --data FOLDER ...`; gives the process and where it speaks.
std::pair<pid_t, int> start(const std::string& program, std::vector<std::string> words) {
    int ends[2];
    require(::pipe(ends) == 0, "a pipe");
    std::vector<char*> arguments{const_cast<char*>(program.c_str())};
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const pid_t process = ::fork();
    if (process == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::execv(program.c_str(), arguments.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    return {process, ends[0]};
}

Prepared prepare(const std::string& program, const std::filesystem::path& folder) {
    auto [process, said] = start(program, {"init", "--data", folder, "--origin", "bench.example/ledger"});
    int status = 0;
    require(::waitpid(process, &status, 0) == process && status == 0, "the program makes its folder");
    ::close(said);
    auto database = storage::Database::open({.address = folder / "poa.sqlite"});
    const Instant now = SystemClock().now();
    members::CurrentRegister known;
    return database->write([&](storage::Session& session) {
        known.refresh(session);
        Prepared made;
        std::vector<std::string> states;
        for (const members::State* state : known.now()->states_on(Day::of(now), members::Language::en))
            if (state->status == members::Status::member) states.emplace_back(state->iso3.text());
        for (const std::string& state : states) made.delegates.push_back(sign_in_one(session, state, now));
        std::tie(made.objected, made.objected_question) =
            put(session, decisions::Asked::consensus, states, now);
        std::tie(made.voted, made.voted_question) = put(session, decisions::Asked::vote, states, now);
        return made;
    });
}

/// `poa serve` on any free port, for as long as the object lives.
class Program {
  public:
    Program(const std::string& program, const std::filesystem::path& folder) {
        auto [process, ends] =
            start(program, {"serve", "--data", folder, "--listen", "127.0.0.1:0", "--log-level", "warn"});
        process_ = process;
        std::string said;
        for (char byte = 0; ::read(ends, &byte, 1) == 1 && byte != '\n';) said += byte;
        const std::size_t colon = said.rfind(':');
        require(said.starts_with("Serving on") && colon != std::string::npos, "the program serves");
        port_ = static_cast<std::uint16_t>(std::stoi(said.substr(colon + 1)));
    }
    ~Program() {
        ::kill(process_, SIGTERM);
        ::waitpid(process_, nullptr, 0);
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }
    /// VmRSS now, VmHWM at its highest.
    [[nodiscard]] double mebibytes(std::string_view field) const {
        std::ifstream status(fmt::format("/proc/{}/status", process_));
        for (std::string line; std::getline(status, line);)
            if (line.starts_with(field)) return std::stod(line.substr(field.size() + 1)) / 1024;
        return 0;
    }

  private:
    pid_t process_ = 0;
    std::uint16_t port_ = 0;
};

class Line {
  public:
    explicit Line(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        require(::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0, "connected");
    }
    ~Line() {
        if (socket_ >= 0) ::close(socket_);
    }
    Line(Line&& other) noexcept : socket_(std::exchange(other.socket_, -1)), held_(std::move(other.held_)) {}
    Line& operator=(Line&&) = delete;

    [[nodiscard]] int socket() const { return socket_; }
    void send(std::string_view bytes) const {
        require(::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
                    static_cast<ssize_t>(bytes.size()),
                "sent whole");
    }
    /// Bytes up to and with `mark`; waits for them.
    std::string until(std::string_view mark) {
        for (;;) {
            if (const std::size_t end = held_.find(mark); end != std::string::npos) {
                std::string found = held_.substr(0, end + mark.size());
                held_.erase(0, found.size());
                return found;
            }
            require(fill(), "the program keeps the line");
        }
    }
    bool fill() {
        char buffer[16 * 1024];
        const ssize_t count = ::recv(socket_, buffer, sizeof buffer, 0);
        if (count > 0) held_.append(buffer, static_cast<std::size_t>(count));
        return count > 0;
    }
    /// Whether a whole event that holds `part` has come; forgets what came before it.
    bool has_event_with(std::string_view part) {
        const std::size_t end = held_.rfind("\n\n");
        if (end == std::string::npos) return false;
        const bool is_there = std::string_view(held_).substr(0, end).find(part) != std::string_view::npos;
        held_.erase(0, end + 2);
        return is_there;
    }
    void read_created() {
        const std::string head = until("\r\n\r\n");
        if (!head.starts_with("HTTP/1.1 20")) throw MachineFailure("Refused: " + head + held_);
        const std::string lower = ascii_lower(head);
        const std::size_t length = lower.find("content-length: ");
        require(length != std::string::npos, "an answer with a length");
        const std::size_t bytes = std::stoul(lower.substr(length + 16));
        while (held_.size() < bytes) require(fill(), "the program answers whole");
        held_.erase(0, bytes);
    }

  private:
    int socket_;
    std::string held_;
};

std::string command(Id<decisions::Proposal> proposal, std::string_view verb, const Delegate& delegate,
                    const std::string& body) {
    return fmt::format("POST /decisions/{}/{} HTTP/1.1\r\nHost: bench\r\nAccept: application/json\r\n"
                       "Authorization: Bearer {}\r\nContent-Type: application/json\r\n"
                       "Content-Length: {}\r\n\r\n{}",
                       proposal.number, verb, delegate.token, body.size(), body);
}

/// Screens that listen to one question; a thread reads them all.
class Screens {
  public:
    Screens(std::uint16_t port, Id<decisions::Proposal> proposal, const std::vector<Delegate>& delegates,
            std::size_t count)
        : poll_(::epoll_create1(EPOLL_CLOEXEC)), heard_(count) {
        for (std::size_t i = 0; i < count; ++i) {
            lines_.emplace_back(port);
            lines_[i].send(fmt::format("GET /decisions/{}/live HTTP/1.1\r\nHost: bench\r\n"
                                       "Accept: text/event-stream\r\nAuthorization: Bearer {}\r\n\r\n",
                                       proposal.number, delegates[i % delegates.size()].token));
            const std::string head = lines_[i].until("\r\n\r\n");
            if (!head.starts_with("HTTP/1.1 200")) throw MachineFailure("Refused: " + head);
            (void)lines_[i].until("\n\n"); // the state at once
            epoll_event event{EPOLLIN, {.u64 = i}};
            ::epoll_ctl(poll_, EPOLL_CTL_ADD, lines_[i].socket(), &event);
        }
        reading_ = std::thread([this] { read(); });
    }
    ~Screens() {
        is_over_ = true;
        reading_.join();
        ::close(poll_);
    }
    Screens(const Screens&) = delete;
    Screens& operator=(const Screens&) = delete;

    void expect(std::string part) {
        std::lock_guard lock(mutex_);
        part_ = std::move(part);
        reached_ = 0;
        started_ = steady_clock::now();
        std::ranges::fill(heard_, -1.0);
    }
    /// Milliseconds from `expect` to each screen, once all have it.
    std::vector<double> reached() {
        const auto start = steady_clock::now();
        for (;;) {
            {
                std::lock_guard lock(mutex_);
                if (reached_ == heard_.size()) return heard_;
            }
            require(steady_clock::now() - start < patience, "all screens are reached");
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }

  private:
    void read() {
        std::array<epoll_event, 256> events{};
        while (!is_over_) {
            const int count = ::epoll_wait(poll_, events.data(), static_cast<int>(events.size()), 100);
            std::lock_guard lock(mutex_);
            for (int i = 0; i < count; ++i) take(events[static_cast<std::size_t>(i)].data.u64);
        }
    }
    void take(std::size_t screen) {
        require(lines_[screen].fill(), "no screen is cut off");
        if (!lines_[screen].has_event_with(part_) || heard_[screen] >= 0) return;
        heard_[screen] = milliseconds_since(started_);
        ++reached_;
    }

    int poll_;
    std::vector<Line> lines_;
    std::vector<double> heard_;
    std::size_t reached_ = 0;
    std::string part_ = "nothing yet";
    steady_clock::time_point started_;
    std::mutex mutex_;
    std::atomic<bool> is_over_ = false;
    std::thread reading_;
};

void measure_objections(const Prepared& prepared, const Program& program, std::size_t listeners,
                        JsonWriter& json) {
    Screens screens(program.port(), prepared.objected, prepared.delegates, listeners);
    Line line(program.port());
    std::vector<double> reached, answered;
    for (std::size_t i = 0; i < objections_measured; ++i) {
        screens.expect(fmt::format("\"objections\":{},", i + 1));
        const auto start = steady_clock::now();
        line.send(command(
            prepared.objected, "lodge_objection", prepared.delegates[i],
            fmt::format(R"({{"question":{},"grounds":"Not yet."}})", prepared.objected_question.number)));
        line.read_created();
        answered.push_back(milliseconds_since(start));
        for (const double milliseconds : screens.reached()) reached.push_back(milliseconds);
        std::this_thread::sleep_for(pause_between);
    }
    json.key("screens").value(static_cast<std::int64_t>(listeners));
    json.key("reached_p50_milliseconds").value(percentile(reached, 50));
    json.key("reached_p99_milliseconds").value(percentile(reached, 99));
    json.key("reached_worst_milliseconds").value(reached.back());
    json.key("answered_p50_milliseconds").value(percentile(answered, 50));
    json.key("resident_mebibytes").value(program.mebibytes("VmRSS:"));
}

/// All delegates vote at once, each on a line of its own, while the screens watch.
void measure_roll_call(const Prepared& prepared, const Program& program, std::size_t listeners,
                       JsonWriter& json) {
    Screens screens(program.port(), prepared.voted, prepared.delegates, listeners);
    std::vector<Line> lines;
    for (std::size_t i = 0; i < prepared.delegates.size(); ++i) lines.emplace_back(program.port());
    screens.expect(fmt::format("\"cast\":{},", prepared.delegates.size()));
    const auto start = steady_clock::now();
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines[i].send(command(prepared.voted, "cast_vote", prepared.delegates[i],
                              fmt::format(R"({{"question":{},"voice":"{}"}})", prepared.voted_question.number,
                                          i % 7 == 0 ? "abstain" : "yes")));
    for (Line& line : lines) line.read_created();
    const double took = milliseconds_since(start);
    std::vector<double> reached = screens.reached();
    json.key("votes").value(static_cast<std::int64_t>(lines.size()));
    json.key("votes_per_second").value(static_cast<double>(lines.size()) / took * 1e3);
    json.key("roll_call_reached_all_milliseconds").value(percentile(reached, 100));
}

} // namespace

int main(int count, char** arguments) {
    if (count < 3) {
        fmt::print(stderr, "usage: bench_live PROGRAM FOLDER [LISTENERS]\n");
        return 2;
    }
    const std::filesystem::path folder = std::filesystem::path(arguments[2]) / "bench-live";
    const std::size_t listeners = count > 3 ? std::stoul(arguments[3]) : 1000;
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const Prepared prepared = prepare(arguments[1], folder);
    std::string line;
    JsonWriter json(line);
    json.begin_object();
    {
        Program program(arguments[1], folder);
        measure_objections(prepared, program, listeners, json);
        measure_roll_call(prepared, program, listeners, json);
        json.key("highest_resident_mebibytes").value(program.mebibytes("VmHWM:"));
    }
    json.end_object();
    fmt::print("{}\n", line);
    std::filesystem::remove_all(folder);
}
