"""Uploaded files, which Streamlit keeps until their page has taken them."""

from streamlit import runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx


def brought_files() -> MemoryUploadedFileManager | None:
    """Return Streamlit's store of uploaded files, None where no board is running."""
    files = runtime.get_instance().uploaded_file_mgr if runtime.exists() else None
    return files if isinstance(files, MemoryUploadedFileManager) else None


def drop_upload(file_id: str) -> None:
    """Make Streamlit forget a file that was taken from its field, as it would keep it for as long
    as the session."""
    context, files = get_script_run_ctx(suppress_warning=True), brought_files()
    if context is not None and files is not None:
        files.remove_file(context.session_id, file_id)
