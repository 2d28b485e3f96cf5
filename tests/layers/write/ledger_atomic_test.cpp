// The file under its name is whole at every moment, whatever happens to the writer.
// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "engine/core/error.hpp"
#include "layers/write/atomic_file.hpp"
#include "layers/write/run_sidecar.hpp"
#include "tests/layers/write/ledger_reading.hpp"

using namespace redline;
using namespace redline::samples;

namespace {

enum class Kill { never, before_rename, after_rename } kill_at = Kill::never;

}  // namespace

// Stands before the one of the C library, so that a test can be killed at the one moment that matters.
extern "C" int renameat2(int from, char const* old_name, int to, char const* name, unsigned flags) noexcept {
  if (kill_at == Kill::before_rename) ::kill(::getpid(), SIGKILL);
  auto const result = static_cast<int>(::syscall(SYS_renameat2, from, old_name, to, name, flags));
  if (kill_at == Kill::after_rename) ::kill(::getpid(), SIGKILL);
  return result;
}

namespace {

std::string bytes_of(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void put(std::string const& path, std::string const& text) { std::ofstream(path, std::ios::binary) << text; }

std::string code_of(std::string const& path, bool overwrite) {
  try {
    write_ledger(path, 3, overwrite);
  } catch (Error const& e) {
    CHECK(e.kind() == ErrorKind::output);
    return e.message().key;
  }
  return "written";
}

// Runs f in a process of its own and gives its exit status, or -signal.
int in_child(std::function<int()> const& f) {
  auto const child = ::fork();
  if (child == 0) ::_exit(f());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

TEST_CASE("what was said of the old ledger never stands beside a new one", "[write]") {
  register_drivers();
  Folder const folder;
  auto const path = folder.file("台账.gpkg"), sidecar = path + ".run.json";
  put(path, "old");
  put(sidecar, "who made the old one");
  CHECK(code_of(path, false) == "write.exists");
  CHECK(bytes_of(sidecar) == "who made the old one");
  CHECK(code_of(path, true) == "written");  // and then nothing more, as after a hard kill
  CHECK(folder.names() == std::vector<std::string>{"台账.gpkg"});
}

TEST_CASE("a file that cannot be put in place leaves what was said of the old one", "[write]") {
  register_drivers();
  Folder const folder;
  auto const path = folder.file("a.txt"), companion = folder.file("a.txt.run.json");
  put(companion, "old");
  AtomicFile file(path, false);
  put(path, "of somebody else, meanwhile");
  CHECK_THROWS_AS(file.publish(sidecar_path), Error);
  CHECK(bytes_of(companion) == "old");
  ::unlink(path.c_str());
  file.publish(sidecar_path);
  CHECK(folder.names() == std::vector<std::string>{"a.txt"});
}

TEST_CASE("what was said of a ledger outlives a kill as long as the ledger does", "[write]") {
  for (auto const at : {Kill::before_rename, Kill::after_rename}) {
    Folder const folder;
    auto const path = folder.file("a.txt"), companion = sidecar_path(path);
    put(path, "old"), put(companion, "of the old");
    auto const end = in_child([&] {
      AtomicFile file(path, true);
      put(file.temporary(), "new");
      kill_at = at;
      file.publish(sidecar_path);
      return 0;
    });
    CHECK(end == -SIGKILL);
    bool const stayed = at == Kill::before_rename;
    CHECK(bytes_of(path) == (stayed ? "old" : "new"));
    CHECK_FALSE(std::filesystem::exists(companion));
    { AtomicFile const next(folder.file("b.txt"), false); }
    CHECK(folder.names().size() == (stayed ? 2 : 1));
    CHECK(std::filesystem::exists(companion) == stayed);
    if (stayed) CHECK(bytes_of(companion) == "of the old");
  }
}

TEST_CASE("an existing file is kept unless it may be replaced", "[write]") {
  register_drivers();
  Folder const folder;
  auto const path = folder.file("台账 1.gpkg");
  put(path, "old");
  CHECK(code_of(path, false) == "write.exists");
  CHECK(bytes_of(path) == "old");
  CHECK(code_of(path, true) == "written");
  CHECK(bytes_of(path).starts_with("SQLite format 3"));
  CHECK(folder.names().size() == 1);
}

TEST_CASE("nothing appears before commit, nothing stays without it", "[write]") {
  register_drivers();
  Folder const folder;
  auto const path = folder.file("a.gpkg");
  {
    LedgerWriter writer({path, false, Language::zh}, areas());
    for (int i = 0; i < 100; ++i) writer.add(record(i, 2));
    CHECK_FALSE(std::filesystem::exists(path));
  }
  CHECK(folder.names().empty());
}

TEST_CASE("a file that came in the meantime is not overwritten", "[write]") {
  register_drivers();
  Folder const folder;
  auto const path = folder.file("a.gpkg");
  LedgerWriter writer({path, false, Language::zh}, areas());
  put(path, "someone else's");
  CHECK_THROWS_AS(writer.commit(), Error);
  CHECK(bytes_of(path) == "someone else's");
}

TEST_CASE("a file open elsewhere is left alone", "[write]") {
  register_drivers();
  Folder const folder;
  auto const path = folder.file("a.gpkg");
  write_ledger(path, 3);
  auto const before = bytes_of(path);
  for (char const* suffix : {"-wal", "-shm", "-journal"}) {
    INFO(suffix);
    put(path + suffix, "");
    CHECK(code_of(path, true) == "write.locked");
    std::filesystem::remove(path + suffix);
  }
  int ready[2], release[2];
  REQUIRE((::pipe(ready) == 0 && ::pipe(release) == 0));
  auto const holder = ::fork();
  if (holder == 0) {  // holds the lock that a reading SQLite holds
    int const fd = ::open(path.c_str(), O_RDWR);
    struct flock lock = {};
    lock.l_type = F_RDLCK, lock.l_whence = SEEK_SET, lock.l_start = 0x40000002, lock.l_len = 510;
    bool const held = ::fcntl(fd, F_SETLK, &lock) == 0 && ::write(ready[1], "x", 1) == 1;
    char c;
    ::_exit(held && ::read(release[0], &c, 1) == 1 ? 0 : 1);
  }
  char c;
  REQUIRE(::read(ready[0], &c, 1) == 1);
  CHECK(code_of(path, true) == "write.locked");
  REQUIRE(::write(release[1], "x", 1) == 1);
  ::waitpid(holder, nullptr, 0);
  CHECK(bytes_of(path) == before);
  CHECK(code_of(path, true) == "written");
}

TEST_CASE("a place that cannot be written is said so", "[write]") {
  register_drivers();
  Folder const folder;
  CHECK(code_of(folder.file("no/such/folder/a.gpkg"), false) == "write.failed");
  CHECK(code_of(folder.path().string(), true) == "write.failed");
  CHECK(code_of("/dev/null", true) == "write.failed");
  put(folder.file("plain"), "");
  CHECK(code_of(folder.file("plain/a.gpkg"), false) == "write.failed");
}

TEST_CASE("killed while writing, the old file is whole", "[write]") {
  register_drivers();
  Folder const folder;
  auto const path = folder.file("a.gpkg");
  write_ledger(path, 3);
  auto const before = bytes_of(path);
  auto const end = in_child([&] {
    LedgerWriter writer({path, true, Language::zh}, areas());
    for (int i = 0; i < 1000; ++i) writer.add(record(i, 2));
    ::kill(::getpid(), SIGKILL);
    return 0;
  });
  CHECK(end == -SIGKILL);
  CHECK(bytes_of(path) == before);
  CHECK(code_of(path, true) == "written");
}

TEST_CASE("no room on the disk: an error, no leftovers, the old file whole", "[write]") {
  register_drivers();
  Folder const folder;
  auto const path = folder.file("a.gpkg");
  put(path, "old");
  auto const end = in_child([&] {  // a limit on the size of files acts as a full disk does
    ::signal(SIGXFSZ, SIG_IGN);
    struct rlimit const limit = {400000, 400000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    try {
      write_ledger(path, 20000, true);
    } catch (Error const& e) {
      return e.message().key == "write.failed" && e.exit_status() == 4 ? 7 : 1;
    }
    return 0;
  });
  CHECK(end == 7);
  CHECK(bytes_of(path) == "old");
  CHECK(folder.names() == std::vector<std::string>{"a.gpkg"});
}

TEST_CASE("a link is followed and stays a link", "[write]") {
  register_drivers();
  Folder const folder;
  put(folder.file("real.gpkg"), "old");
  std::filesystem::create_symlink(folder.file("real.gpkg"), folder.file("link.gpkg"));
  CHECK(code_of(folder.file("link.gpkg"), true) == "written");
  CHECK(std::filesystem::is_symlink(folder.file("link.gpkg")));
  CHECK(bytes_of(folder.file("real.gpkg")).starts_with("SQLite"));
}

TEST_CASE("opens from a folder where nothing can be written, and leaves nothing beside itself", "[write]") {
  register_drivers();
  Folder const folder;
  auto const path = folder.file("a.gpkg");
  write_ledger(path, 30);
  auto const bytes = bytes_of(path);
  CHECK(bytes[18] == 1);  // file format versions of SQLite: 1 rollback journal, 2 write-ahead log
  CHECK(bytes[19] == 1);
  REQUIRE((::chmod(path.c_str(), 0444) == 0 && ::chmod(folder.path().c_str(), 0555) == 0));
  auto const end = in_child([&] {
    if (::geteuid() == 0 && ::seteuid(65534) != 0) return 1;  // root may write anywhere: read as nobody
    GDALDatasetUniquePtr const d(
        static_cast<GDALDataset*>(GDALOpenEx(path.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr)));
    if (!d) return 2;
    return d->GetLayerByName("conflict_areas")->GetFeatureCount() == 20 ? 0 : 3;
  });
  CHECK(end == 0);
  CHECK(folder.names().size() == 1);
}

TEST_CASE("where the old file is in use, a new name beside it is taken, if that is asked for", "[write]") {
  register_drivers();
  Folder const folder;
  auto const path = folder.file("台账.gpkg"), second = folder.file("台账-2.gpkg"), third = folder.file("台账-3.gpkg");
  put(path, "old"), put(path + "-wal", "log"), put(second, "another");
  {
    AtomicFile file(path, Existing::aside);
    CHECK(file.path() == third);
    put(file.temporary(), "new");
    file.publish();
  }
  CHECK(bytes_of(path) == "old");
  CHECK(bytes_of(second) == "another");
  CHECK(bytes_of(third) == "new");
  AtomicFile late(third, Existing::aside);  // free now, in use when it is done
  put(third + "-journal", "");
  put(late.temporary(), "newer");
  late.publish();
  CHECK(late.path() == folder.file("台账-3-2.gpkg"));
  CHECK(bytes_of(third) == "new");
  ::unlink((path + "-wal").c_str());
  CHECK_THROWS_AS(AtomicFile(path, Existing::keep_or_aside), Error);  // there and not in use: --overwrite is for that
  CHECK(AtomicFile(path, Existing::aside).path() == path);
}
