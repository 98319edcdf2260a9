package cz.okenko.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The sizes of the house: files up to 400 lines (the composition root 150), methods up to 40,
/// parameters up to 5. The components of a record are not parameters.
final class SourceRules {
  static final int LONGEST_FILE = 400;
  static final int LONGEST_ROOT = 150;
  static final int LONGEST_METHOD = 40;
  static final int MOST_PARAMETERS = 5;

  private static final String ROOT = "Gateway.java";

  private SourceRules() {}

  /// What is too large in these Java files, one line for each fault.
  static List<String> faults(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> faults = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree file : task.parse()) {
        faults.addAll(new Scanner(file, positions).faults());
      }
    }
    return faults;
  }

  /// Looks through one file.
  private static final class Scanner extends TreeScanner<@Nullable Void, Boolean> {
    private final CompilationUnitTree file;
    private final SourcePositions positions;
    private final LineMap lines;
    private final List<String> faults = new ArrayList<>();

    Scanner(CompilationUnitTree file, SourcePositions positions) {
      this.file = file;
      this.positions = positions;
      this.lines = file.getLineMap();
    }

    List<String> faults() throws IOException {
      String name = Path.of(file.getSourceFile().toUri()).getFileName() + "";
      long length = file.getSourceFile().getCharContent(true).toString().lines().count();
      long longest = name.equals(ROOT) ? LONGEST_ROOT : LONGEST_FILE;
      if (length > longest) {
        faults.add(name + " has " + length + " lines, " + longest + " are allowed");
      }
      scan(file, false);
      return faults;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, Boolean inRecord) {
      return super.visitClass(type, type.getKind() == Tree.Kind.RECORD);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, Boolean inRecord) {
      boolean components = inRecord && method.getReturnType() == null;
      int parameters = method.getParameters().size();
      if (parameters > MOST_PARAMETERS && !components) {
        fault(method, "has " + parameters + " parameters, " + MOST_PARAMETERS + " are allowed");
      }
      long length = line(positions.getEndPosition(file, method)) - first(method) + 1;
      if (length > LONGEST_METHOD) {
        fault(method, "has " + length + " lines, " + LONGEST_METHOD + " are allowed");
      }
      return super.visitMethod(method, inRecord);
    }

    private void fault(MethodTree method, String fault) {
      String name = file.getSourceFile().getName();
      faults.add(name + ":" + first(method) + ": " + method.getName() + " " + fault);
    }

    private long first(MethodTree method) {
      return line(positions.getStartPosition(file, method));
    }

    private long line(long position) {
      return lines.getLineNumber(position);
    }
  }
}
