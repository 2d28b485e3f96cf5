// SPDX-License-Identifier: Apache-2.0
#include "layers/write/atomic_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <system_error>
#include <vector>

#include "engine/core/error.hpp"

namespace redline {
namespace {

namespace fs = std::filesystem;

// SQLite's locks lie on these bytes of a database file (its file format, "locking page").
constexpr off_t LOCK_START = 0x40000000;
constexpr off_t LOCK_LENGTH = 512;
constexpr std::size_t SINK_BUFFER = 1 << 20;
constexpr char const* SUFFIX = ".part";
constexpr char const* ASIDE = "-aside.part";
constexpr int MOST_ASIDE = 10000;

[[noreturn]] void fail(std::string const& path, int code) {
  throw Error(ErrorKind::output, "write.failed", {path, std::generic_category().message(code)});
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : m_fd(fd) {}
  ~Descriptor() {
    if (m_fd >= 0) ::close(m_fd);
  }
  Descriptor(Descriptor const&) = delete;
  Descriptor& operator=(Descriptor const&) = delete;
  int get() const { return m_fd; }
  bool good() const { return m_fd >= 0; }

 private:
  int m_fd;
};

bool locked_by_another(std::string const& path) {
  Descriptor const fd(::open(path.c_str(), O_RDWR | O_CLOEXEC));
  if (!fd.good()) return false;  // not ours to write: replacing it asks only for the directory
  struct flock lock = {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  lock.l_start = LOCK_START;
  lock.l_len = LOCK_LENGTH;
  return ::fcntl(fd.get(), F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

void sync(std::string const& name, std::string const& shown, bool directory) {
  Descriptor const fd(::open(name.c_str(), (directory ? O_RDONLY | O_DIRECTORY : O_RDWR) | O_CLOEXEC));
  if (!fd.good() || ::fsync(fd.get()) != 0) {
    if (directory) return;  // some file systems cannot; the rename itself is done
    fail(shown, errno);
  }
}

std::string follow(std::string const& path) {
  std::error_code ignored;
  if (!fs::is_symlink(path, ignored)) return path;
  auto const real = fs::weakly_canonical(path, ignored);
  return ignored ? path : real.string();
}

fs::path directory_of(std::string const& path) {
  auto const parent = fs::path(path).parent_path();
  return parent.empty() ? fs::path(".") : parent;
}

// Process numbers mean something only on this machine and in this space of numbers (a container has its own).
std::string const& hidden_prefix() {
  static std::string const PREFIX = [] {
    std::array<char, 256> host{};
    (void)::gethostname(host.data(), host.size() - 1);
    struct stat numbers = {};
    (void)::stat("/proc/self/ns/pid", &numbers);
    return ".redline-" + std::string(host.data()).substr(0, 64) + "-" + std::to_string(numbers.st_ino) + "-";
  }();
  return PREFIX;
}

// PREFIX process-attempt.part of a process that is gone.
bool left_behind(std::string const& name) {
  if (name.rfind(hidden_prefix(), 0) != 0 || !name.ends_with(SUFFIX)) return false;
  auto const pid = std::strtol(name.c_str() + hidden_prefix().size(), nullptr, 10);
  return pid > 0 && ::kill(static_cast<pid_t>(pid), 0) != 0 && errno == ESRCH;
}

// Where the companion of a file lies while the one hidden under this name takes its place: a folder, in which it keeps
// its own name. While the hidden file is still there, the old content stands and its companion belongs beside it.
std::string aside_of(std::string const& hidden) {
  return hidden.substr(0, hidden.size() - std::string_view(SUFFIX).size()) + ASIDE;
}

void put_back(fs::path const& folder) {
  auto const name = folder.filename().string();
  auto const hidden = name.substr(0, name.size() - std::string_view(ASIDE).size()) + SUFFIX;
  std::error_code ignored;
  if (!fs::exists(folder.parent_path() / hidden, ignored)) return;
  for (fs::directory_iterator it(folder, ignored), end; !ignored && it != end; it.increment(ignored)) {
    auto const place = folder.parent_path() / it->path().filename();
    if (!fs::exists(place, ignored)) fs::rename(it->path(), place, ignored);
  }
}

void remove_left_behind(fs::path const& directory) {
  std::error_code ignored;
  std::vector<fs::path> found;
  for (fs::directory_iterator it(directory, ignored), end; !ignored && it != end; it.increment(ignored))
    if (left_behind(it->path().filename().string())) found.push_back(it->path());
  for (auto const& path : found)
    if (path.string().ends_with(ASIDE)) put_back(path);
  for (auto const& path : found) fs::remove_all(path, ignored);
}

std::string create_beside(std::string const& target, std::string const& shown) {
  for (int attempt = 0;; ++attempt) {
    auto const hidden = hidden_prefix() + std::to_string(::getpid()) + "-" + std::to_string(attempt) + SUFFIX;
    auto candidate = (directory_of(target) / hidden).string();
    Descriptor const fd(::open(candidate.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0666));
    if (!fd.good() && errno == EEXIST && attempt < 1000) continue;
    if (!fd.good()) fail(shown, errno);
    struct stat old = {};
    if (::stat(target.c_str(), &old) == 0) (void)::fchmod(fd.get(), old.st_mode & 07777);
    return candidate;
  }
}

class SetAside {  // until it is let go; put back otherwise, after a kill by the next run
 public:
  SetAside(std::string const& path, std::string const& temporary) : m_path(follow(path)) {
    if (path.empty() || ::access(m_path.c_str(), F_OK) != 0) return;
    m_folder = directory_of(m_path) / aside_of(fs::path(temporary).filename().string());
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);  // of a process that had our number
    if (::mkdir(m_folder.c_str(), 0700) == 0 && std::rename(m_path.c_str(), hidden().c_str()) == 0) return;
    auto const code = errno;
    ::rmdir(m_folder.c_str());
    fail(path, code);
  }
  ~SetAside() {
    if (m_folder.empty()) return;
    (void)std::rename(hidden().c_str(), m_path.c_str());
    ::rmdir(m_folder.c_str());
  }
  SetAside(SetAside const&) = delete;
  SetAside& operator=(SetAside const&) = delete;
  void let_go() {
    if (m_folder.empty()) return;
    ::unlink(hidden().c_str());
    ::rmdir(m_folder.c_str());
    m_folder.clear();
  }

 private:
  fs::path hidden() const { return m_folder / fs::path(m_path).filename(); }
  std::string m_path;
  fs::path m_folder;
};

}  // namespace

AtomicFile::AtomicFile(std::string path, Existing existing, MayReplace may_replace)
    : m_path(std::move(path)),
      m_target(follow(m_path)),
      m_overwrite(existing == Existing::replace || existing == Existing::aside),
      m_aside(existing == Existing::aside || existing == Existing::keep_or_aside),
      m_may_replace(std::move(may_replace)) {
  check_place();
  remove_left_behind(directory_of(m_target));
  m_temporary = create_beside(m_target, m_path);
}

AtomicFile::~AtomicFile() {
  if (!m_published && !m_temporary.empty()) ::unlink(m_temporary.c_str());
}

std::string AtomicFile::in_use() const {
  for (char const* suffix : {"-wal", "-shm", "-journal"})
    if (::access((m_target + suffix).c_str(), F_OK) == 0) return m_target + suffix;
  return locked_by_another(m_target) ? m_path : std::string{};
}

std::optional<Message> AtomicFile::in_the_way() const {
  if (auto const by = in_use(); !by.empty()) return Message{"write.locked", {m_path, by}};
  std::error_code absent;
  if (!m_overwrite || !fs::is_regular_file(m_target, absent)) return std::nullopt;
  return m_may_replace(m_target, m_path);
}

void AtomicFile::step_aside() {
  fs::path const given(m_path);
  for (int n = 2; n < MOST_ASIDE; ++n) {
    auto const name = given.stem().string() + "-" + std::to_string(n) + given.extension().string();
    m_path = given.parent_path().empty() ? name : (given.parent_path() / name).string();
    m_target = (directory_of(m_target) / name).string();
    m_overwrite = false;
    if (::access(m_target.c_str(), F_OK) != 0 && in_use().empty()) return;
  }
  throw Error(ErrorKind::output, "write.exists", {m_path});
}

void AtomicFile::check_place() {
  struct stat old = {};
  if (m_aside && in_the_way()) step_aside();
  bool const there = ::stat(m_target.c_str(), &old) == 0;
  if (there && S_ISDIR(old.st_mode)) fail(m_path, EISDIR);
  if (there && !S_ISREG(old.st_mode)) fail(m_path, EINVAL);
  if (there && !m_overwrite) throw Error(ErrorKind::output, "write.exists", {m_path});
  if (auto const reason = in_the_way()) throw Error(ErrorKind::output, reason->key, reason->args);
}

// Closing the descriptor also drops SQLite's lock on the file, which guards nothing: nobody else knows its name.
// Errors are left to publish(), which asks for the same again.
void AtomicFile::write_out_beside() {
  m_writing_out = std::async(std::launch::async, [file = m_temporary, before = std::move(m_writing_out)] {
    if (before.valid()) before.wait();
    Descriptor const fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (fd.good()) (void)::fdatasync(fd.get());
  });
}

void AtomicFile::write_out_meanwhile() {
  using namespace std::chrono_literals;
  if (!m_writing_out.valid() || m_writing_out.wait_for(0s) == std::future_status::ready) write_out_beside();
}

void AtomicFile::publish(std::string (*companion_of)(std::string const& path)) {
  if (m_writing_out.valid()) m_writing_out.wait();
  sync(m_temporary, m_path, false);
  check_place();
  SetAside old(companion_of ? companion_of(m_path) : std::string{}, m_temporary);
  put_in_place();
  old.let_go();
}

// The pages of a large old file are given back, which takes a while, when its last descriptor closes: beside what
// comes next.
void AtomicFile::put_in_place() {
  auto old = std::make_shared<Descriptor>(::open(m_target.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  auto const flags = m_overwrite ? 0U : static_cast<unsigned>(RENAME_NOREPLACE);
  int result = ::renameat2(AT_FDCWD, m_temporary.c_str(), AT_FDCWD, m_target.c_str(), flags);
  if (result != 0 && errno == EEXIST) throw Error(ErrorKind::output, "write.exists", {m_path});
  if (result != 0 && (errno == EINVAL || errno == ENOSYS)) result = std::rename(m_temporary.c_str(), m_target.c_str());
  if (result != 0) fail(m_path, errno);
  m_published = true;
  if (old->good()) m_letting_go = std::async(std::launch::async, [old = std::move(old)]() mutable { old.reset(); });
  sync(directory_of(m_target).string(), m_path, true);
}

HiddenFolder::HiddenFolder(std::string const& target) {
  remove_left_behind(directory_of(target));
  for (int attempt = 0;; ++attempt) {
    auto const name = hidden_prefix() + std::to_string(::getpid()) + "-folder" + std::to_string(attempt) + SUFFIX;
    m_path = (directory_of(target) / name).string();
    if (::mkdir(m_path.c_str(), 0777) == 0) return;
    if (errno != EEXIST || attempt > MOST_ASIDE) fail(target, errno);
  }
}

HiddenFolder::~HiddenFolder() {
  std::error_code ignored;
  fs::remove_all(m_path, ignored);
}

ByteSink::ByteSink(std::string const& file, std::string shown)
    : m_shown(std::move(shown)), m_file(::open(file.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC)) {
  if (m_file < 0) fail(m_shown, errno);
}

ByteSink::~ByteSink() {
  if (m_file >= 0) ::close(m_file);
}

void ByteSink::add(std::string_view bytes) {
  m_buffer += bytes;
  if (m_buffer.size() >= SINK_BUFFER) flush();
}

void ByteSink::flush() {
  for (std::string_view rest = m_buffer; !rest.empty();) {
    auto const n = ::write(m_file, rest.data(), rest.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) fail(m_shown, n < 0 ? errno : EIO);
    rest.remove_prefix(static_cast<std::size_t>(n));
  }
  m_buffer.clear();
}

void ByteSink::close() {
  flush();
  int const result = ::close(m_file);
  m_file = -1;
  if (result != 0) fail(m_shown, errno);
}

void write_file(std::string const& path, std::string_view bytes, bool overwrite) {
  AtomicFile file(path, overwrite);
  ByteSink sink(file.temporary(), path);
  sink.add(bytes);
  sink.close();
  file.publish();
}

}  // namespace redline
